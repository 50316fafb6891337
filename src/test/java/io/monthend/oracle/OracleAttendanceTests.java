package io.monthend.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Attendance and leave where the worked cases do not reach; every outcome was worked out by hand.
 */
class OracleAttendanceTests {

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void openDesk() {
    desk = new Desk(folder).worker("E");
  }

  @Test
  void aPunchAsNearToTwoShiftsGoesToTheEarlierOne() {
    desk.shift("E", "05", "C", "05T23:30:00", "06T08:15:00").shift("E", "06", "D", "06T17:30:00");
    assertThat(attendance())
        .containsExactly(
            "2026-10-05,C,2026-10-05T23:30:00,2026-10-06T08:15:00,0,0,0.0,0.0,",
            "2026-10-06,D,,2026-10-06T17:30:00,0,0,0.0,0.0,IN");
  }

  @Test
  void aMinuteNearerToTheLaterShiftIsItsOwn() {
    desk.shift("E", "05", "C", "05T23:30:00", "06T08:16:00").shift("E", "06", "D", "06T17:30:00");
    assertThat(attendance())
        .containsExactly(
            "2026-10-05,C,2026-10-05T23:30:00,,0,0,0.0,0.0,OUT",
            "2026-10-06,D,2026-10-06T08:16:00,2026-10-06T17:30:00,0,0,0.0,0.0,");
  }

  @Test
  void aShiftOnLeaveStillTakesThePunchesNearestToIt() {
    desk.shift("E", "05", "C", "05T23:30:00", "06T08:20:00")
        .shift("E", "06", "D")
        .row("leaves", "L1,E,ANNUAL,2026-10-06,AM,2026-10-06,PM,,Y");
    Map<String, List<String>> closed = desk.close();
    assertThat(Desk.lines(closed, "attendance", "E"))
        .containsExactly(
            "2026-10-05,C,2026-10-05T23:30:00,,0,0,0.0,0.0,OUT", "2026-10-06,D,,,0,0,1.0,0.0,");
    assertThat(Desk.lines(closed, "exceptions", "E"))
        .containsExactly("MISSING_PUNCH,roster:2026-10-05");
  }

  @Test
  void matchingLooksAtTheWholeShiftAlsoWhereHalfIsOnLeave() {
    desk.shift("E", "05", "D", "05T05:00:00", "05T17:30:00")
        .row("leaves", "L1,E,ANNUAL,2026-10-05,AM,2026-10-05,AM,,Y");
    assertThat(attendance())
        .containsExactly("2026-10-05,D,2026-10-05T05:00:00,2026-10-05T17:30:00,0,0,0.5,0.0,");
  }

  @Test
  void onePunchInADueHalfIsJudgedByThatHalf() {
    desk.shift("E", "05", "D", "05T15:15:00")
        .shift("E", "06", "D", "06T15:16:00")
        .row("leaves", "L1,E,ANNUAL,2026-10-05,AM,2026-10-05,AM,,Y")
        .row("leaves", "L2,E,ANNUAL,2026-10-06,AM,2026-10-06,AM,,Y");
    assertThat(attendance())
        .containsExactly(
            "2026-10-05,D,2026-10-05T15:15:00,,135,0,0.5,0.0,OUT",
            "2026-10-06,D,,2026-10-06T15:16:00,0,134,0.5,0.0,IN");
  }

  @Test
  void punchesOnlyInTheHalfOnLeaveAreNoAbsenceButVeryEarly() {
    desk.shift("E", "05", "D", "05T08:58:00", "05T12:01:00")
        .row("leaves", "L1,E,ANNUAL,2026-10-05,AM,2026-10-05,AM,,Y");
    Map<String, List<String>> closed = desk.close();
    assertThat(Desk.lines(closed, "attendance", "E"))
        .containsExactly("2026-10-05,D,2026-10-05T08:58:00,2026-10-05T12:01:00,0,329,0.5,0.0,");
    assertThat(Desk.lines(closed, "evaluation_lines", "E"))
        .containsExactly("1,LATE_OR_EARLY,-5,punch-out:2026-10-05");
  }

  @Test
  void punchesAreCutToTheMinuteBeforeTheyAreHeldTogether() {
    desk.shift("E", "05", "D", "05T09:00:59", "05T09:02:00")
        .shift("E", "06", "D", "06T09:00:00", "06T09:01:59");
    assertThat(attendance())
        .containsExactly(
            "2026-10-05,D,2026-10-05T09:00:00,2026-10-05T09:02:00,0,508,0.0,0.0,",
            "2026-10-06,D,2026-10-06T09:00:00,,0,0,0.0,0.0,OUT");
  }

  @Test
  void twoPunchesThatAreOneCountTheFirstAsInAndTheLastAsOut() {
    desk.shift("E", "05", "D", "05T13:15:00", "05T13:16:00")
        .shift("E", "06", "D", "06T13:16:00", "06T13:17:00");
    assertThat(attendance())
        .containsExactly(
            "2026-10-05,D,2026-10-05T13:15:00,,255,0,0.0,0.0,OUT",
            "2026-10-06,D,,2026-10-06T13:17:00,0,253,0.0,0.0,IN");
  }

  @Test
  void theNightBeforeTheMonthTakesItsPunchAndCostsNothing() {
    desk.row("roster", "E,2026-09-30,C")
        .row("punches", "E,2026-09-30T23:40:00")
        .punch("E", "01T07:05:00");
    Map<String, List<String>> closed = desk.close();
    assertThat(Desk.lines(closed, "exceptions", "E")).isEmpty();
    assertThat(Desk.lines(closed, "attendance", "E")).isEmpty();
    assertThat(Desk.lines(closed, "payslip_lines", "E"))
        .containsExactly("1,BASE,5400.00,G1,employment");
  }

  @Test
  void theLastNightOfTheMonthCarriesItsDateAndLaterPunchesAreNotListed() {
    desk.shift("E", "31", "C", "31T23:30:00")
        .row("punches", "E,2026-11-01T07:05:00")
        .row("punches", "E,2026-11-01T12:00:00");
    Map<String, List<String>> closed = desk.close();
    assertThat(Desk.lines(closed, "evaluation_lines", "E"))
        .containsExactly("1,LATE_OR_EARLY,-4,punch-out:2026-10-31");
    assertThat(Desk.lines(closed, "exceptions", "E")).isEmpty();
  }

  @Test
  void twoUnrosteredPunchesOfOneMinuteAreOneCase() {
    desk.punch("E", "05T03:33:10").punch("E", "05T03:33:50");
    assertThat(Desk.lines(desk.close(), "exceptions", "E"))
        .containsExactly("UNROSTERED_PUNCH,punch:2026-10-05T03:33:00");
  }

  @Test
  void theSecondHalfOfANightOnLeaveMakesTheMidpointTheEnd() {
    desk.shift("E", "05", "C", "05T23:30:00", "06T03:09:00")
        .row("leaves", "L1,E,ANNUAL,2026-10-05,PM,2026-10-05,PM,,Y");
    assertThat(attendance())
        .containsExactly("2026-10-05,C,2026-10-05T23:30:00,2026-10-06T03:09:00,0,21,0.5,0.0,");
  }

  @Test
  void sickLeaveBegunInTheMonthBeforeCountsInFullForTheCertificate() {
    desk.row("roster", "E,2026-09-30,D")
        .shift("E", "01", "D")
        .row("leaves", "L1,E,SICK,2026-09-30,AM,2026-10-01,PM,,Y");
    assertThat(Desk.lines(desk.close(), "payslip_lines", "E"))
        .containsExactly(
            "1,BASE,5400.00,G1,employment",
            "2,LEAVE_UNPAID,-200.00,G2+C4,leave:L1",
            "3,FINE,-30.00,G9+C4,leave:L1@2026-10-01");
  }

  @Test
  void oneDateWithSickAsPersonalAndPersonalIsFinedOnceOnTheFirst() {
    desk.rosteredAllMonth("E", 7)
        .row("leaves", "L0,E,ANNUAL,2026-10-01,AM,2026-10-04,PM,,Y")
        .row("leaves", "L2,E,SICK,2026-10-05,AM,2026-10-07,AM,,Y")
        .row("leaves", "L1,E,PERSONAL,2026-10-07,PM,2026-10-07,PM,,Y")
        .row("fine_payments", "E,2026-10-07,PERSONAL,30");
    assertThat(Desk.lines(desk.close(), "payslip_lines", "E"))
        .containsExactly(
            "1,BASE,5400.00,G1,employment",
            "2,LEAVE_UNPAID,-500.00,G2+C4,leave:L2",
            "3,LEAVE_UNPAID,-100.00,G2+C3,leave:L1",
            "4,FINE,-30.00,G9+C4,leave:L2@2026-10-05",
            "5,FINE,-30.00,G9+C4,leave:L2@2026-10-06",
            "6,FINE,-30.00,G9+C4,leave:L2@2026-10-07",
            "7,FINE_PAID,30.00,G10,payment:2026-10-07:PERSONAL");
  }

  @Test
  void trueSickLeaveInTheMorningLeavesTheFineToThePersonalAfternoon() {
    desk.shift("E", "07", "D")
        .row("leaves", "L1,E,SICK,2026-10-07,AM,2026-10-07,AM,,Y")
        .row("leaves", "L2,E,PERSONAL,2026-10-07,PM,2026-10-07,PM,,Y");
    assertThat(Desk.lines(desk.close(), "payslip_lines", "E"))
        .containsExactly(
            "1,BASE,5400.00,G1,employment",
            "2,LEAVE_UNPAID,-100.00,G2+C4,leave:L1",
            "3,LEAVE_UNPAID,-100.00,G2+C3,leave:L2",
            "4,FINE,-30.00,G9+C3,leave:L2@2026-10-07");
  }

  @ParameterizedTest
  @CsvSource({"2026-04-30,0", "2026-05-01,30", "2026-09-30,30", "2026-10-01,0"})
  void summerHoursRunFromMayToSeptember(String date, int earlyMinutes) {
    desk.row("roster", "E," + date + ",D")
        .row("punches", "E," + date + "T09:00:00")
        .row("punches", "E," + date + "T17:30:00");
    YearMonth month = YearMonth.from(LocalDate.parse(date));
    Map<String, List<String>> closed = desk.close(month, Published.nothing()).files();
    assertThat(Desk.lines(closed, "attendance", "E"))
        .containsExactly(
            "%s,D,%sT09:00:00,%sT17:30:00,0,%d,0.0,0.0,".formatted(date, date, date, earlyMinutes));
  }

  @Test
  void someoneLongGoneIsStillListedForWhatTheyPunchOrPay() {
    desk.employee("F", "CSR", ",,2026-08-30,2026-09-20,RESIGNED,N")
        .punch("F", "05T10:00:00")
        .row("fine_payments", "F,2026-10-05,CHATTING,10");
    Map<String, List<String>> closed = desk.close();
    assertThat(Desk.lines(closed, "payslips", "F")).isEmpty();
    assertThat(Desk.lines(closed, "exceptions", "F"))
        .containsExactly(
            "UNMATCHED_PAYMENT,payment:2026-10-05:CHATTING",
            "UNROSTERED_PUNCH,punch:2026-10-05T10:00:00");
  }

  private List<String> attendance() {
    return Desk.lines(desk.close(), "attendance", "E");
  }
}
