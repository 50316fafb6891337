package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import io.monthend.sample.Company;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person's pay depends on, and on nothing else. */
class InvarianceIntegrationTests {

  private static final YearMonth MONTH = YearMonth.of(2026, 9);
  private static final int PEOPLE = 120;

  private TestInstallation installation;
  private Path input;
  private Path output;

  @BeforeEach
  void closeAMonth() throws Exception {
    installation = TestInstallation.create();
    input = installation.folder().resolve("input");
    output = installation.folder().resolve("output");
    Company.of(31, PEOPLE, MONTH).write(MONTH, input, (_, _, _) -> {});
    close(output, Map.of());
    reopen();
  }

  @AfterEach
  void leave() throws SQLException {
    installation.close();
  }

  @ParameterizedTest(name = "chunks of {0}, {1} buckets, {2} threads")
  @CsvSource({"1, 1, 1", "1, 5, 3", "7, 32, 12", "10000, 2, 1", "50, 120, 4"})
  void chunksBucketsAndThreadsChangeNoByte(String chunk, String buckets, String threads)
      throws IOException {
    Path again = installation.folder().resolve("again");
    close(
        again,
        Map.of(
            "monthend.close.chunk-size", chunk,
            "monthend.close.buckets", buckets,
            "monthend.close.threads", threads));
    List<Path> files = Csv.in(output);
    assertThat(files).hasSizeGreaterThanOrEqualTo(5);
    for (Path file : files) {
      assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void filesInGbkCloseToTheSameBytes() throws Exception {
    for (Path file : Csv.in(input)) {
      Files.writeString(file, Files.readString(file), Charset.forName("GBK"));
    }
    Path gbk = installation.folder().resolve("gbk");
    Result result = installation.close(MONTH.toString(), input, gbk, Map.of(), "--encoding", "GBK");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(Files.readString(input.resolve("employees.csv"), Charset.forName("GBK")))
        .containsPattern("\\p{IsHan}");
    for (Path file : Csv.in(output)) {
      assertThat(gbk.resolve(file.getFileName())).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void nobodysPayDependsOnThePunchesOfOthers() throws Exception {
    List<String> everybody =
        Files.readAllLines(input.resolve("employees.csv")).stream()
            .skip(1)
            .map(row -> row.substring(0, row.indexOf(',')))
            .toList();
    List<String> silent = everybody.subList(0, everybody.size() / 4);
    Predicate<String> ofTheSilent = row -> silent.contains(row.substring(0, row.indexOf(',')));
    List<String> punches = Files.readAllLines(input.resolve("punches.csv"));
    Files.write(
        input.resolve("punches.csv"), punches.stream().filter(ofTheSilent.negate()).toList());
    Path without = installation.folder().resolve("without");

    close(without, Map.of());

    List<String> before = Files.readAllLines(output.resolve("payslip_lines.csv"));
    List<String> after = Files.readAllLines(without.resolve("payslip_lines.csv"));
    assertThat(after.stream().filter(ofTheSilent))
        .isNotEqualTo(before.stream().filter(ofTheSilent).toList());
    assertThat(after.stream().filter(ofTheSilent.negate()).toList())
        .hasSizeGreaterThan(PEOPLE)
        .isEqualTo(before.stream().filter(ofTheSilent.negate()).toList());
  }

  private void close(Path folder, Map<String, String> settings) {
    Result result = installation.close(MONTH.toString(), input, folder, settings);
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
  }

  private void reopen() {
    assertThat(
            installation
                .run(Map.of(), "reopen", "--month", MONTH.toString(), "--reason", "again")
                .exitCode())
        .isZero();
  }
}
