package io.monthend.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Incidents and evaluation where the worked cases do not reach; worked out by hand. */
class OracleConductTests {

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void openDesk() {
    desk = new Desk(folder);
  }

  @ParameterizedTest
  @CsvSource({"10,-2", "11,-3", "20,-3", "21,-4", "30,-4", "31,-5"})
  void latePointsChangeAfterTheTensOfMinutes(int minutes, int points) {
    desk.worker("E").shift("E", "05", "D", "05T09:%02d:00".formatted(minutes), "05T17:30:00");
    assertThat(points())
        .containsExactly("1,LATE_OR_EARLY,%d,punch-in:2026-10-05".formatted(points));
  }

  @ParameterizedTest
  @CsvSource({"OFF_POST,6,-5", "OFF_POST,10,-5", "OFF_POST,11,-20", "EMERGENCY_OVERRUN,30,-10"})
  void minutesDecideThePoints(String code, int minutes, int points) {
    desk.worker("E");
    incident("I1", "06", code, "" + minutes);
    assertThat(points()).containsExactly("1,%s,%d,incident:I1".formatted(code, points));
  }

  @ParameterizedTest
  @CsvSource({"CHATTING,-1", "DUTY_NEGLECTED,-2", "SPOT_CHECK_ERROR,-2"})
  void blankPointsAreTheLowestOfTheRange(String code, int points) {
    desk.worker("E");
    incident("I1", "06", code, "");
    assertThat(points()).containsExactly("1,%s,%d,incident:I1".formatted(code, points));
  }

  @Test
  void latenessIsOneOfFourDifferentLightItems() {
    desk.worker("E").shift("E", "05", "D", "05T09:01:00", "05T17:30:00");
    incident("I1", "06", "MESSY_DESK", "");
    incident("I2", "06", "LOUD_NOISE", "");
    incident("I3", "06", "OFF_POST", "8");
    assertThat(points()).endsWith("5,REPEATED_MISCONDUCT,-20,month");
  }

  @Test
  void anOverrunIsOneLightAndOneMediumItem() {
    desk.worker("E");
    incident("I1", "06", "EMERGENCY_OVERRUN", "10");
    incident("I2", "07", "EMERGENCY_OVERRUN", "11");
    incident("I3", "08", "EMERGENCY_OVERRUN", "31");
    assertThat(points())
        .containsExactly(
            "1,EMERGENCY_OVERRUN,-5,incident:I1",
            "2,EMERGENCY_OVERRUN,-10,incident:I2",
            "3,EMERGENCY_OVERRUN,-20,incident:I3");
    incident("I4", "09", "WORK_SKIPPED", "");
    assertThat(points()).endsWith("5,REPEATED_MISCONDUCT,-20,month");
  }

  @ParameterizedTest
  @CsvSource({"5,3", "6,5", "10,5", "11,4"})
  void onlyAnOffPostOfSixToTenMinutesIsALightItem(int minutes, int lines) {
    desk.worker("E");
    incident("I1", "06", "MESSY_DESK", "");
    incident("I2", "06", "LOUD_NOISE", "");
    incident("I3", "06", "NON_MANDARIN", "");
    incident("I4", "06", "OFF_POST", "" + minutes);
    assertThat(points()).hasSize(lines);
  }

  @ParameterizedTest
  @CsvSource({
    "DRESS_CODE,true",
    "OFF_POST,true",
    "LEADER_ADJUSTMENT,true",
    "REPORTED_MISCONDUCT,true",
    "UNTIDY_DETAIL,false",
    "MAIL_LOST,false",
    "SLEEPING_ON_DUTY,false",
    "PERSONAL_CALL,false"
  })
  void aTopPerformerHasNoViolation(String code, boolean top) {
    desk.employee("E", "LEADER", "").row("kpis", "E,900,0.990,").present("E", 5, 5);
    desk.row(
        "incidents",
        "I1,E,2026-10-06,%s,%s,%s,%s,a note"
            .formatted(
                code,
                code.equals("OFF_POST") ? "5" : "",
                code.equals("LEADER_ADJUSTMENT") ? "-3" : "",
                code.equals("MAIL_LOST") ? "1.00" : ""));
    assertThat(points().stream().anyMatch(line -> line.contains("TOP_PERFORMER"))).isEqualTo(top);
  }

  @Test
  void aFailedExamOrAnAbsenceSpoilsTheTopPlaceButPersonalLeaveDoesNot() {
    desk.worker("E").worker("F").worker("G").row("exams", "E,2026-10-06,59");
    desk.shift("F", "06", "D");
    desk.shift("G", "06", "D").row("leaves", "L1,G,PERSONAL,2026-10-06,AM,2026-10-06,PM,,Y");
    desk.row("kpis", "E,9,0.5,").row("kpis", "F,9,0.5,").row("kpis", "G,9.00,0.50,");
    Map<String, List<String>> closed = desk.close();
    assertThat(closed.getOrDefault("evaluation_lines.csv", List.of()))
        .containsExactly(
            "employee_no,seq,code,points,source",
            "E,1,EXAM_FAILED,-10,exam:2026-10-06",
            "F,1,ABSENCE,-20,roster:2026-10-06",
            "G,1,TOP_PERFORMER,5,kpi");
  }

  @Test
  void someoneWithoutShiftsCanBeFirstAndASupervisorCannot() {
    desk.worker("E").employee("S", "SUPERVISOR", "").worker("F").present("F", 5, 5);
    desk.row("kpis", "E,9,0.9,").row("kpis", "S,10,1,0").row("kpis", "F,8,0.9,");
    Map<String, List<String>> closed = desk.close();
    assertThat(closed.getOrDefault("evaluation_lines.csv", List.of()))
        .containsExactly("employee_no,seq,code,points,source", "E,1,TOP_PERFORMER,5,kpi");
  }

  @ParameterizedTest
  @CsvSource({"69,Y,3,true", "70,Y,3,false", "69,N,3,false", "69,Y,2,true", "69,Y,0,false"})
  void lastTwiceNeedsBothMonthsBelowSeventy(int before, String last, int off, boolean review) {
    desk.worker("E").present("E", 5, 5).worker("F").present("F", 5, 5);
    desk.row("history", "E,2026-09,%d,%s".formatted(before, last));
    incident("I1", "06", "WORK_SKIPPED", "");
    if (off > 0) {
      desk.row("incidents", "I2,E,2026-10-07,DUTY_NEGLECTED,,%d,,".formatted(off));
    }
    List<String> exceptions = Desk.lines(desk.close(), "exceptions", "E");
    assertThat(exceptions.contains("DISMISSAL_REVIEW,LAST_TWO_MONTHS")).isEqualTo(review);
  }

  @Test
  void withOnePersonRankedNobodyIsLast() {
    desk.worker("E").present("E", 5, 5).worker("F").row("history", "E,2026-09,60,Y");
    incident("I1", "06", "WORK_SKIPPED", "");
    incident("I2", "06", "HANDOVER_RECORD_FAULT", "");
    Map<String, List<String>> closed = desk.close();
    assertThat(Desk.lines(closed, "payslips", "E"))
        .containsExactly("name,CSR,5400.00,65,D,1,5250.00");
    assertThat(Desk.lines(closed, "exceptions", "E")).isEmpty();
  }

  @Test
  void anUnrankedPersonBelowSixtyIsReviewedAndDoesNotMakeOthersBetter() {
    desk.worker("E").worker("F").present("F", 5, 5).worker("G").present("G", 5, 5);
    incident("I1", "06", "CUSTOMER_CONFLICT", "");
    incident("I2", "06", "WORK_SKIPPED", "");
    Map<String, List<String>> closed = desk.close();
    assertThat(Desk.lines(closed, "payslips", "E"))
        .containsExactly("name,CSR,5400.00,50,-,,5100.00");
    assertThat(Desk.lines(closed, "exceptions", "E"))
        .containsExactly("DISMISSAL_REVIEW,SCORE_BELOW_60");
    assertThat(Desk.lines(closed, "payslips", "F"))
        .containsExactly("name,CSR,5400.00,80,B,1,5400.00");
  }

  @Test
  void marksAndCallsOfAClosedMonthReachTheNextOne() {
    desk.worker("E").present("E", 5, 5).worker("F").present("F", 5, 5);
    incident("I1", "06", "WORK_SKIPPED", "");
    incident("I2", "06", "HANDOVER_RECORD_FAULT", "");
    incident("I3", "06", "PERSONAL_CALL", "");
    Published october = desk.close(YearMonth.of(2026, 10), Published.nothing()).published();
    assertThat(october.marksOf(YearMonth.of(2026, 10)))
        .containsEntry("E", new Published.Mark(65, true))
        .containsEntry("F", new Published.Mark(80, false));
    Desk next = new Desk(folder).worker("E").worker("F");
    for (String no : List.of("E", "F")) {
      next.row("roster", no + ",2026-11-05,A").row("punches", no + ",2026-11-05T07:30:00");
      next.row("punches", no + ",2026-11-05T15:30:00");
    }
    next.row("incidents", "I3,E,2026-10-06,PERSONAL_CALL,,,,")
        .row("incidents", "I4,E,2026-11-06,PERSONAL_CALL,,,,")
        .row("incidents", "I5,E,2026-11-06,CUSTOMER_CONFLICT,,,,");
    Map<String, List<String>> closed = next.close(YearMonth.of(2026, 11), october).files();
    assertThat(Desk.lines(closed, "exceptions", "E"))
        .containsExactly("DISMISSAL_REVIEW,LAST_TWO_MONTHS");
    assertThat(Desk.lines(closed, "payslip_lines", "E"))
        .endsWith("3,FINE,-100.00,G9+D:PERSONAL_CALL,incident:I4");
  }

  private void incident(String no, String day, String code, String minutes) {
    desk.row("incidents", "%s,E,2026-10-%s,%s,%s,,,".formatted(no, day, code, minutes));
  }

  private List<String> points() {
    return Desk.lines(desk.close(), "evaluation_lines", "E");
  }
}
