package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the close command says and how it ends. */
class CloseCommandIntegrationTests {

  private static final Path CASE =
      Path.of("src/test/resources/contract/cases/07-night-shifts/input");
  private static final String MONTH = "2026-10";

  private TestInstallation installation;
  private Path output;

  @BeforeEach
  void create() throws Exception {
    installation = TestInstallation.create();
    output = installation.folder().resolve("output");
  }

  @AfterEach
  void leave() throws SQLException {
    installation.close();
  }

  @Test
  void wrongUsageIsSaidBeforeAnythingIsOpened() throws IOException {
    assertWrongUsage("2026-13", CASE, output, "write it like 2026-10");
    assertWrongUsage("Oktober", CASE, output, "write it like 2026-10");
    assertWrongUsage("1969-12", CASE, output, "outside 1970-01 to 2199-12");
    assertWrongUsage(MONTH, CASE.resolve("nowhere"), output, "is no folder");
    Path file = Files.createFile(installation.folder().resolve("file"));
    assertWrongUsage(MONTH, CASE, file, "is no folder");
    assertWrongUsage(MONTH, CASE, output, "cannot be read", "--rulebook", "nowhere.yaml");
    assertWrongUsage(MONTH, CASE, output, "Unknown option", "--force");
    assertThat(output).doesNotExist();
  }

  @Test
  void aRuleBookThatIsNotYetInEffectIsRefused() throws IOException {
    Path later = rulebook("effectiveFrom: 1970-01", "effectiveFrom: 2026-11");
    assertWrongUsage(
        MONTH,
        CASE,
        output,
        "takes effect in 2026-11, after 2026-10",
        "--rulebook",
        later.toString());
  }

  @Test
  void withoutEmployeesNothingIsClosed() throws IOException {
    Path empty = Files.createDirectory(installation.folder().resolve("empty"));
    Result result = installation.close(MONTH, empty, output, Map.of());
    assertThat(result.exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(Csv.read(output.resolve("rejects.csv")))
        .endsWith(List.of("employees.csv", "", "", "", "the file is missing; it must be there"));
  }

  @Test
  void aMisspeltFileIsPointedOut() throws IOException {
    Path input = copyOfCase();
    Files.writeString(input.resolve("leave.csv"), "leave_no\n");
    Result result = installation.close(MONTH, input, output, Map.of());
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("leave.csv is no file of the contract");
  }

  @Test
  void aChangedNumberInTheRuleBookChangesTheResult() throws IOException {
    Path dearer =
        rulebook(
            "fines: {within: month, cny: [10, 20], then: repeat}",
            "fines: {within: month, cny: [11, 22], then: repeat}");
    Result result =
        installation.close(MONTH, CASE, output, Map.of(), "--rulebook", dearer.toString());
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(Files.readString(output.resolve("payslip_lines.csv")))
        .contains("E002,3,FINE,-11.00,", "E002,4,FINE,-22.00,");
  }

  @Test
  void aCommentInTheRuleBookMakesNoOtherRuleBook() throws IOException {
    assertThat(installation.close(MONTH, CASE, output, Map.of()).exitCode()).isZero();
    Path commented = rulebook("workingTime:", "# the hours\nworkingTime:");
    Result result =
        installation.close(MONTH, CASE, output, Map.of(), "--rulebook", commented.toString());
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("very same input");
    Path other = rulebook("minutes: 10, rule: A4", "minutes: 11, rule: A4");
    assertThat(
            installation
                .close(MONTH, CASE, output, Map.of(), "--rulebook", other.toString())
                .exitCode())
        .isEqualTo(ExitCode.CLOSED_DIFFERENTLY);
  }

  @Test
  void whomTheRulesCannotSettleIsBlockedAndAllOthersAreSettled() throws Exception {
    Path noWinter = rulebook("winter: [\"15:30-23:30\"]", "winter: []");
    Result blocked =
        installation.close(MONTH, CASE, output, Map.of(), "--rulebook", noWinter.toString());

    assertThat(blocked.exitCode()).as(blocked.err()).isEqualTo(ExitCode.BLOCKED);
    assertThat(blocked.err()).contains("1 people could not be settled");
    List<List<String>> exceptions = Csv.read(output.resolve("exceptions.csv"));
    assertThat(exceptions)
        .anySatisfy(row -> {
          assertThat(row.subList(0, 2)).containsExactly("E004", "BLOCKED");
          assertThat(row.get(3))
              .contains("no hours for shift B on 2026-10-05; add workingTime.shifts.B");
        });
    assertThat(Csv.read(output.resolve("payslips.csv"))).hasSize(1 + 5);
    assertThat(
            installation.number("select count(*) from pay_month where published_run is not null"))
        .isZero();

    Result mended = installation.close(MONTH, CASE, output, Map.of());
    assertThat(mended.exitCode()).isZero();
    assertThat(Csv.read(output.resolve("payslips.csv"))).hasSize(1 + 6);
  }

  @Test
  void whoWouldBeChargedTwiceForOneFactIsBlockedAndToldWhy() throws Exception {
    Path fined =
        rulebook(
            "EXAM_FAILED: {kind: medium, points: 10, derived: true}",
            "EXAM_FAILED: {kind: medium, points: 10, derived: true,"
                + " fines: {within: month, cny: [15], then: repeat}}");
    Path input = copyOfCase();
    Files.writeString(
        input.resolve("exams.csv"),
        "employee_no,date,score\nE001,2026-10-20,41\nE001,2026-10-20,42\nE002,2026-10-20,43\n");

    Result blocked =
        installation.close(MONTH, input, output, Map.of(), "--rulebook", fined.toString());

    assertThat(blocked.exitCode()).as(blocked.err()).isEqualTo(ExitCode.BLOCKED);
    assertThat(Csv.read(output.resolve("exceptions.csv")))
        .filteredOn(row -> row.get(1).equals("BLOCKED"))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.getFirst()).isEqualTo("E001");
          assertThat(row.get(3))
              .contains("exam:2026-10-20 is charged twice under G9+D:EXAM_FAILED")
              .doesNotContain("15");
        });
    assertThat(Files.readString(output.resolve("payslip_lines.csv")))
        .contains("FINE,-15.00,G9+D:EXAM_FAILED,exam:2026-10-20")
        .doesNotContain("E001,");
  }

  @Test
  void whoIsNotEmployedGetsNoSlipButIsNotOverlooked() throws IOException {
    Path input = copyOfCase();
    append(input, "employees.csv", "E090,舊,T001,CSR,2024-03-01,,,5400.00,,2026-09-20,ENDED,");
    append(input, "punches.csv", "E090,2026-10-02T08:50:10");
    Files.writeString(
        input.resolve("fine_payments.csv"),
        "employee_no,date,code,amount\nE090,2026-10-02,CHATTING,10\nE090,2026-09-02,CHATTING,10\n");
    assertThat(installation.close(MONTH, input, output, Map.of()).exitCode()).isZero();
    assertThat(Files.readString(output.resolve("payslips.csv"))).doesNotContain("E090");
    assertThat(Files.readString(output.resolve("exceptions.csv")))
        .contains(
            "E090,UNMATCHED_PAYMENT,payment:2026-10-02:CHATTING",
            "E090,UNROSTERED_PUNCH,punch:2026-10-02T08:50:00")
        .doesNotContain("2026-09-02");
  }

  @Test
  void whatIsWrittenIsForItsOwnerOnly() throws IOException {
    assertThat(installation.close(MONTH, CASE, output, Map.of()).exitCode()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(output)))
        .isEqualTo("rwx------");
    for (Path file : Csv.in(output)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void theTerminalShowsNoPay() {
    Result result = installation.close(MONTH, CASE, output, Map.of());
    assertThat(result.out())
        .contains("2026-10 is closed", "6 pay slips")
        .doesNotContain("5400", "5320");
  }

  private void assertWrongUsage(
      String month, Path input, Path folder, String message, String... more) {
    Result result = installation.close(month, input, folder, Map.of(), more);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(result.err()).contains(message);
  }

  private Path rulebook(String part, String replacement) throws IOException {
    String yaml = Files.readString(Path.of("src/main/resources/rulebook/customer-service-1.yaml"));
    assertThat(yaml).contains(part);
    return Files.writeString(
        installation.folder().resolve("own.yaml"), yaml.replace(part, replacement));
  }

  private Path copyOfCase() throws IOException {
    Path input = Files.createDirectory(installation.folder().resolve("input"));
    for (Path file : Csv.in(CASE)) {
      Files.copy(file, input.resolve(file.getFileName()));
    }
    return input;
  }

  private static void append(Path input, String file, String row) throws IOException {
    Files.writeString(input.resolve(file), Files.readString(input.resolve(file)) + row + "\n");
  }
}
