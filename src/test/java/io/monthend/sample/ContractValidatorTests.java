package io.monthend.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContractValidatorTests {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final String EMPLOYEES =
      """
      employee_no,name,team,position,hire_date,base_salary,notice_date,last_day,leaving
      E1,甲,T001,CSR,2026-10-05,3500,,,
      E2,乙,T001,LEADER,2020-01-01,5000.50,2026-10-01,2026-10-20,RESIGNED
      """;

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @MethodSource("cases")
  void theContractsOwnCasesAreTaken(Path contractCase) throws IOException {
    Matcher month =
        Pattern.compile("month (\\d{4}-\\d{2})")
            .matcher(Files.readString(contractCase.resolve("case.md")));
    assertThat(month.find()).isTrue();
    assertThat(
            ContractValidator.findings(
                contractCase.resolve("input"), YearMonth.parse(month.group(1))))
        .isEmpty();
  }

  @Test
  void aSmallSoundMonthIsTaken() throws IOException {
    write("employees.csv", EMPLOYEES);
    write("roster.csv", "employee_no,date,shift\nE1,2026-10-05,C\nE1,2026-10-07,A\n");
    assertThat(ContractValidator.findings(folder, OCTOBER)).isEmpty();
  }

  @Test
  void aMonthWithoutEmployeesIsRefused() {
    assertThat(ContractValidator.findings(folder, OCTOBER))
        .containsExactly("employees.csv: is not there");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          E1,x,T1,CSR,2026-10-05,1,,,        | duplicate
          E3,x,T1,CHEF,2026-10-05,1,,,       | unknown code
          E3,x,T1,CSR,2026-10-32,1,,,        | unreadable
          E3,x,T1,CSR,1969-12-31,1,,,        | out of range
          E3,x,T1,CSR,2026-10-05,0,,,        | not above 0
          E3,x,T1,CSR,2026-10-05,1.001,,,    | out of range
          E3,x,T1,CSR,2026-10-05,,,,         | missing
          E3,x,T1,CSR,2026-10-05,1,,2026-10-04, | before the hire date
          E3,x,T1,CSR,2020-10-05,1,2026-10-05,2026-10-04, | after the last day
          E3,x,T1,CSR,2020-10-05,1,,,QUIT    | unknown code
          """)
  void aBadEmployeeIsRefused(String row, String reason) throws IOException {
    refuses("employees.csv", EMPLOYEES + row, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          roster.csv | employee_no,date,shift | E9,2026-10-05,A | unknown employee
          roster.csv | employee_no,date,shift | E1,2026-10-04,A | outside the employment
          roster.csv | employee_no,date,shift | E2,2026-10-21,A | outside the employment
          roster.csv | employee_no,date,shift | E1,2026-10-05,N | unknown code
          roster.csv | employee_no,date,shift | E1,2026-10-05,A;E1,2026-10-05,A | duplicate
          roster.csv | employee_no,date,shift | E1,2026-10-05,C;E1,2026-10-06,A | no rest
          roster.csv | employee_no,day,shift | E1,2026-10-05,A | unknown column
          punches.csv | employee_no,at | E1,2026-10-05 09:00:00 | unreadable
          punches.csv | employee_no,at | E1,2026-10-05T24:00:00 | unreadable
          kpis.csv | employee_no,workload,quality | E1,1,1.1 | out of range
          exams.csv | employee_no,date,score | E1,2026-10-05,59.999 | out of range
          bonuses.csv | employee_no,amount | E1,300 | no position
          bonuses.csv | employee_no,amount | E1,299.99 | out of range
          history.csv | employee_no,month,score,last | E1,2026-10,80,N | not before
          fine_payments.csv | employee_no,date,code,amount | E1,2026-10-05,SINGING,1 | unknown code
          """)
  void aBadRowIsRefused(String file, String header, String rows, String reason) throws IOException {
    write("employees.csv", EMPLOYEES);
    refuses(file, header + "\n" + rows.replace(';', '\n'), reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          L1,E1,SICK,2026-10-06,PM,2026-10-06,AM,Y,Y                                    | ends before
          L1,E1,SICK,2026-10-06,AM,2026-10-06,AM,,Y;L1,E1,SICK,2026-10-07,AM,2026-10-07,AM,,Y | duplicate
          L1,E1,SICK,2026-10-06,AM,2026-10-07,AM,,Y;L2,E1,SICK,2026-10-07,AM,2026-10-07,PM,,Y | overlaps
          L1,E1,HOLIDAY,2026-10-06,AM,2026-10-06,AM,,Y                                  | unknown code
          L1,E1,SICK,2026-10-06,AM,2026-10-06,AM,,                                      | missing
          """)
  void aBadLeaveIsRefused(String rows, String reason) throws IOException {
    write("employees.csv", EMPLOYEES);
    String header =
        "leave_no,employee_no,type,from_date,from_half,to_date,to_half,certificate,approved\n";
    refuses("leaves.csv", header + rows.replace(';', '\n'), reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I1,E1,2026-10-06,OFF_POST,,,,            | missing
          I1,E1,2026-10-06,OFF_POST,1441,,,        | out of range
          I1,E1,2026-10-06,CHATTING,5,,,           | given where there is none
          I1,E1,2026-10-06,MAIL_LOST,,,,           | missing
          I1,E1,2026-10-06,CHATTING,,,5,           | given where there is none
          I1,E1,2026-10-06,CHATTING,,3,,           | not of this code
          I1,E1,2026-10-06,THEFT,,1,,              | not of this code
          I1,E1,2026-10-06,ABSENCE,,,,             | unknown code
          I1,E1,2026-11-01,CHATTING,,,,            | after the month
          I1,E1,2026-10-04,CHATTING,,,,            | outside the employment
          I1,E2,2026-10-21,CHATTING,,,,            | outside the employment
          I1,E1,2026-10-06,LEADER_ADJUSTMENT,,1,,x | no leader
          I1,E2,2026-10-06,LEADER_ADJUSTMENT,,1,,  | without a note
          I1,E2,2026-10-06,LEADER_ADJUSTMENT,,,,x  | without points
          I1,E2,2026-10-06,LEADER_ADJUSTMENT,,6,,x | not of this code
          I1,E2,2026-10-06,LEADER_ADJUSTMENT,,1,,x;I2,E2,2026-10-07,LEADER_ADJUSTMENT,,1,,x | a second
          I1,E1,2026-10-06,CHATTING,,,,;I1,E1,2026-10-07,CHATTING,,,, | duplicate
          """)
  void aBadIncidentIsRefused(String rows, String reason) throws IOException {
    write("employees.csv", EMPLOYEES);
    String header = "incident_no,employee_no,date,code,minutes,points,amount,note\n";
    refuses("incidents.csv", header + rows.replace(';', '\n'), reason);
  }

  @Test
  void thirtyTwoPunchesOfADayAreRefused() throws IOException {
    write("employees.csv", EMPLOYEES);
    StringBuilder punches = new StringBuilder("employee_no,at");
    for (int second = 10; second < 42; second++) {
      punches.append("\nE1,2026-10-06T09:00:").append(second);
    }
    refuses("punches.csv", punches.toString(), "more than 31 punches");
  }

  static List<Path> cases() throws IOException, URISyntaxException {
    URL cases = ContractValidatorTests.class.getResource("/contract/cases");
    try (Stream<Path> folders = Files.list(Path.of(Objects.requireNonNull(cases).toURI()))) {
      return folders.sorted().toList();
    }
  }

  private void refuses(String file, String text, String reason) throws IOException {
    write(file, text + "\n");
    assertThat(ContractValidator.findings(folder, OCTOBER))
        .anySatisfy(finding -> assertThat(finding).startsWith(file).contains(reason));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
