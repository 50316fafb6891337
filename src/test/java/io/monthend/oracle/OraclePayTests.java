package io.monthend.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pay slips and exceptions where the worked cases do not reach; worked out by hand. */
class OraclePayTests {

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void openDesk() {
    desk = new Desk(folder);
  }

  @Test
  void leaveTakesNoMoreThanTheBaseOfTheDaysEmployed() {
    desk.employee("E", "CSR", ",,2026-09-01,2026-10-10").rosteredAllMonth("E", 10);
    desk.row("leaves", "L2,E,PERSONAL,2026-10-01,AM,2026-10-09,PM,,Y");
    desk.row("leaves", "L1,E,SICK,2026-10-10,AM,2026-10-10,PM,,Y");
    Map<String, List<String>> closed = desk.close();
    assertThat(Desk.lines(closed, "payslip_lines", "E"))
        .startsWith(
            "1,BASE,1741.94,G1,employment",
            "2,LEAVE_UNPAID,-1741.94,G2+C3,leave:L2",
            "3,FINE,-30.00,G9+C3,leave:L2@2026-10-01")
        .hasSize(11);
    assertThat(Desk.lines(closed, "exceptions", "E"))
        .containsExactly("DEDUCTION_OVER_LIMIT,", "NEGATIVE_NET,");
  }

  @Test
  void cashPaidForAFineIsForfeitedWithTheMonth() {
    desk.employee("E", "CSR", ",,,2026-10-20");
    desk.row("incidents", "I1,E,2026-10-12,CHATTING,,,,");
    desk.row("fine_payments", "E,2026-10-12,CHATTING,10");
    assertThat(slip())
        .containsExactly(
            "1,BASE,3483.87,G1,employment",
            "2,PERFORMANCE,-10.00,G4,score:79",
            "3,FINE,-10.00,G9+D:CHATTING,incident:I1",
            "4,FINE_PAID,10.00,G10,payment:2026-10-12:CHATTING",
            "5,FORFEITURE,-3473.87,G7+F1,month");
  }

  @Test
  void theRulesThatForfeitAreNamedInTheirOrder() {
    desk.employee("E", "CSR", "2026-10-01,2026-11-30,,2026-10-20,,");
    desk.shift("E", "05", "D").shift("E", "06", "D").shift("E", "07", "D");
    for (int call = 1; call <= 4; call++) {
      desk.row("incidents", "I%d,E,2026-10-0%d,PERSONAL_CALL,,,,".formatted(call, call));
    }
    Map<String, List<String>> closed = desk.close();
    assertThat(Desk.lines(closed, "exceptions", "E"))
        .containsExactly(
            "DEDUCTION_OVER_LIMIT,",
            "DISMISSAL_REVIEW,ABSENT_OVER_2_DAYS",
            "DISMISSAL_REVIEW,PERSONAL_CALL",
            "DISMISSAL_REVIEW,SCORE_BELOW_60",
            "NEGATIVE_NET,",
            "PAY_FORFEITED,F1+F2+F4+D:PERSONAL_CALL");
    assertThat(Desk.lines(closed, "payslip_lines", "E"))
        .endsWith(
            "8,FORFEITURE,-1833.87,G7+F1+F2+F4+D:PERSONAL_CALL,month",
            "9,TRAINING_FEE,-2700.00,G8+F3,last-day:2026-10-20");
  }

  @Test
  void theWaiverLiftsF1AloneAlsoWithoutANotice() {
    desk.employee("E", "CSR", "2026-10-01,2026-11-30,,2026-10-20,,Y");
    assertThat(slip())
        .containsExactly(
            "1,BASE,3483.87,G1,employment",
            "2,FORFEITURE,-3483.87,G7+F2,month",
            "3,TRAINING_FEE,-2700.00,G8+F3,last-day:2026-10-20");
  }

  @ParameterizedTest
  @CsvSource({"2026-09-29,2", "2026-09-30,1"})
  void aMonthAfterTrainingEndsOnTheLastDayOfAShorterMonth(String notice, int lines) {
    desk.employee("E", "CSR", "2026-08-31,," + notice + ",2026-10-20");
    assertThat(slip()).hasSize(lines);
  }

  @Test
  void nothingLeftToForfeitMakesAnExceptionAndNoLine() {
    desk.employee("E", "CSR", ",,,2026-10-31").rosteredAllMonth("E", 31);
    desk.row("leaves", "L1,E,SICK,2026-10-01,AM,2026-10-31,PM,Y,Y");
    Map<String, List<String>> closed = desk.close();
    assertThat(Desk.lines(closed, "payslip_lines", "E"))
        .containsExactly("1,BASE,5400.00,G1,employment", "2,LEAVE_UNPAID,-5400.00,G2+C4,leave:L1");
    assertThat(Desk.lines(closed, "exceptions", "E")).containsExactly("PAY_FORFEITED,F1");
  }

  @Test
  void aForfeitureThatGivesBackLeavesNoDeductionForTheGuard() {
    desk.employee("E", "CSR", ",,,2026-10-31").rosteredAllMonth("E", 31);
    desk.row("leaves", "L1,E,PERSONAL,2026-10-01,AM,2026-10-31,PM,,Y");
    Map<String, List<String>> closed = desk.close();
    assertThat(Desk.lines(closed, "payslip_lines", "E"))
        .hasSize(34)
        .endsWith("34,FORFEITURE,930.00,G7+F1,month");
    assertThat(Desk.lines(closed, "exceptions", "E")).containsExactly("PAY_FORFEITED,F1");
  }

  @Test
  void aManagerAbsentThreeDaysLosesTheBonusToo() {
    desk.employee("E", "MANAGER", "").shift("E", "05", "D").shift("E", "06", "D");
    desk.shift("E", "07", "D");
    Map<String, List<String>> closed = desk.close();
    assertThat(Desk.lines(closed, "payslip_lines", "E"))
        .containsExactly(
            "1,BASE,5400.00,G1,employment",
            "2,ABSENCE,-400.00,G3+B4,roster:2026-10-05",
            "3,ABSENCE,-400.00,G3+B4,roster:2026-10-06",
            "4,ABSENCE,-400.00,G3+B4,roster:2026-10-07",
            "5,BONUS,300.00,G6,minimum",
            "6,FORFEITURE,-4500.00,G7+F4,month");
    assertThat(Desk.lines(closed, "evaluation_lines", "E")).isEmpty();
    assertThat(Desk.lines(closed, "exceptions", "E"))
        .containsExactly(
            "BONUS_NOT_SET,",
            "DEDUCTION_OVER_LIMIT,",
            "DISMISSAL_REVIEW,ABSENT_OVER_2_DAYS",
            "PAY_FORFEITED,F4");
  }

  @ParameterizedTest
  @CsvSource({"1080.00,false", "1080.01,true"})
  void theGuardWarnsAboveAFifthOfGrossWithFinesPaidTakenOff(String lost, boolean warns) {
    desk.worker("E").row("incidents", "I1,E,2026-10-12,MAIL_LOST,,,%s,".formatted(lost));
    desk.row("incidents", "I2,E,2026-10-12,UNTIDY_DETAIL,,,,");
    desk.row("fine_payments", "E,2026-10-12,UNTIDY_DETAIL,10");
    assertThat(exceptions().contains("DEDUCTION_OVER_LIMIT,")).isEqualTo(warns);
  }

  @ParameterizedTest
  @CsvSource({"1010.00,false", "1010.01,true"})
  void unpaidLeaveLowersTheGrossTheGuardLooksAt(String lost, boolean warns) {
    desk.worker("E").shift("E", "05", "D");
    desk.row("leaves", "L1,E,PERSONAL,2026-10-05,AM,2026-10-05,PM,,Y");
    desk.row("incidents", "I1,E,2026-10-12,MAIL_LOST,,,%s,".formatted(lost));
    assertThat(exceptions().contains("DEDUCTION_OVER_LIMIT,")).isEqualTo(warns);
  }

  @Test
  void paymentsOfOneDateAndCodeAreSummedAndTheRestIsUnmatched() {
    desk.worker("E").shift("E", "05", "C", "06T00:10:00", "06T07:30:00");
    desk.row("fine_payments", "E,2026-10-05,LATE_OR_EARLY,6");
    desk.row("fine_payments", "E,2026-10-05,LATE_OR_EARLY,6");
    desk.row("fine_payments", "E,2026-10-06,LATE_OR_EARLY,10");
    desk.row("fine_payments", "E,2026-11-05,LATE_OR_EARLY,10");
    assertThat(slip()).endsWith("4,FINE_PAID,10.00,G10,payment:2026-10-05:LATE_OR_EARLY");
    assertThat(exceptions())
        .containsExactly(
            "UNMATCHED_PAYMENT,payment:2026-10-05:LATE_OR_EARLY",
            "UNMATCHED_PAYMENT,payment:2026-10-06:LATE_OR_EARLY");
  }

  @Test
  void leavingTheDeskOnAFreeDayIsHalfADaysAbsenceAllTheSame() {
    desk.worker("E").row("incidents", "I1,E,2026-10-04,OFF_POST,11,,,");
    assertThat(slip())
        .containsExactly(
            "1,BASE,5400.00,G1,employment",
            "2,ABSENCE,-200.00,G3+B6,incident:I1",
            "3,PERFORMANCE,-200.00,G4,score:60");
  }

  @Test
  void textIsQuotedDefusedAndOrderedByCodePoint() {
    String rest = ",T,SUPERVISOR,2024-03-01,,,1.5,,,,";
    desk.row("employees", "\uD83D\uDE00,\"a, \"\"b\"\"\"" + rest);
    desk.row("employees", "\uFF21,=1+1" + rest);
    assertThat(desk.close().getOrDefault("payslips.csv", List.of()))
        .containsExactly(
            "employee_no,name,position,base_salary,score,grade,rank,net",
            "\uFF21,'=1+1,SUPERVISOR,1.50,,,,1.50",
            "\uD83D\uDE00,\"a, \"\"b\"\"\",SUPERVISOR,1.50,,,,1.50");
  }

  private List<String> slip() {
    return Desk.lines(desk.close(), "payslip_lines", "E");
  }

  private List<String> exceptions() {
    return Desk.lines(desk.close(), "exceptions", "E");
  }
}
