package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import io.monthend.exchange.TestWorkbook;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Malformed input, from a list that anyone can add to: each is refused with its place and reason,
 * and nothing is kept.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadInputIntegrationTests {

  private static final Path LIST = Path.of("src", "test", "resources", "bad-input.yaml");
  private static final String MONTH = "2026-10";

  private static final Map<String, List<String>> GOOD =
      Map.of(
          "employees.csv",
          List.of(
              "employee_no,name,team,position,hire_date,training_end,probation_end,base_salary,notice_date,last_day,leaving,notice_waived",
              "E1,甲,T1,CSR,2024-03-01,,,5400.00,,,,",
              "E2,乙,T1,LEADER,2024-03-01,,,5400.00,,2026-10-20,DISMISSED,",
              "E3,丙,T1,MANAGER,2024-03-01,,,9000.00,,,,"),
          "roster.csv",
          List.of(
              "employee_no,date,shift", "E1,2026-10-05,D", "E1,2026-10-06,C", "E2,2026-10-05,A"),
          "punches.csv",
          List.of("employee_no,at", "E1,2026-10-05T08:50:00", "E1,2026-10-05T17:31:00"),
          "leaves.csv",
          List.of(
              "leave_no,employee_no,type,from_date,from_half,to_date,to_half,certificate,approved",
              "L1,E1,PERSONAL,2026-10-06,AM,2026-10-06,PM,,Y"),
          "incidents.csv",
          List.of(
              "incident_no,employee_no,date,code,minutes,points,amount,note",
              "I1,E1,2026-10-05,CHATTING,,2,,",
              "I2,E2,2026-10-05,LEADER_ADJUSTMENT,,3,,busy month"),
          "exams.csv",
          List.of("employee_no,date,score", "E1,2026-10-20,75"),
          "kpis.csv",
          List.of("employee_no,workload,quality,complaint_rate", "E1,500,0.9,0.01"),
          "bonuses.csv",
          List.of("employee_no,amount", "E3,450"),
          "fine_payments.csv",
          List.of("employee_no,date,code,amount", "E1,2026-10-05,CHATTING,10"),
          "history.csv",
          List.of("employee_no,month,score,last", "E1,2026-09,80,N"));

  /**
   * One way to be wrong.
   *
   * @param file of the input
   * @param rows put behind the good ones
   * @param header in place of the good one
   * @param missing whether the file is not there
   * @param options of the command
   * @param expect each a row of the rejects: row, column, value, reason; what is left out may be
   *     anything
   * @param more whether further rows of the rejects may follow
   */
  private record Bad(
      String name,
      String file,
      List<String> rows,
      String header,
      String encoding,
      String workbook,
      String sheet,
      String xml,
      boolean missing,
      List<String> options,
      List<List<String>> expect,
      boolean more) {

    String[] arguments() {
      return options == null ? new String[0] : options.toArray(String[]::new);
    }

    String rejected() {
      return workbook == null ? file : "month.xlsx";
    }
  }

  /** What a case took: the most heap in use at once beyond what was there before, and the time. */
  private record Cost(String name, long milliseconds, long megabytes) {}

  private static final List<Cost> COSTS = new ArrayList<>();
  private static final Set<String> REASONS = new HashSet<>();

  private static TestInstallation installation;

  @BeforeAll
  static void create() throws Exception {
    installation = TestInstallation.create();
  }

  @AfterAll
  static void leave() throws Exception {
    Cost slowest = Collections.max(COSTS, Comparator.comparingLong(Cost::milliseconds));
    Cost hungriest = Collections.max(COSTS, Comparator.comparingLong(Cost::megabytes));
    String said = "%d malformed inputs refused; slowest %s, hungriest %s%n";
    Files.writeString(
        Path.of("target", "bad-input-costs.txt"), said.formatted(COSTS.size(), slowest, hungriest));
    installation.close();
  }

  @Test
  @Order(0)
  void theGoodRowsAreGood() throws Exception {
    goodRowsAreClosed("good");
  }

  private static void goodRowsAreClosed(String name) throws Exception {
    Path input = write(name);
    Path output = input.resolveSibling(name + "-out");
    Result result = installation.close(MONTH, input, output, Map.of());
    assertThat(result.exitCode()).as(result.err()).isZero();
    Path workbook = TestWorkbook.of(input).write(input.resolveSibling(name + ".xlsx"));
    Result same = installation.close(MONTH, workbook, output, Map.of());
    assertThat(same.out()).contains("the very same input");
    installation.run(Map.of(), "reopen", "--month", MONTH, "--reason", "test");
  }

  @TestFactory
  @Order(1)
  Stream<DynamicTest> everyBadInputIsRefusedWithPlaceAndReason() throws IOException {
    List<Bad> all =
        YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build()
            .readValue(Files.readString(LIST), new TypeReference<List<Bad>>() {});
    assertThat(all).hasSizeGreaterThan(60);
    return all.stream().map(bad -> DynamicTest.dynamicTest(bad.name(), () -> isRefused(bad)));
  }

  @Test
  @Order(2)
  void everyReasonThatTheSourcesKnowHasItsCase() throws IOException {
    Set<String> reasons = RejectReasons.inSources();
    assertThat(reasons).hasSizeGreaterThan(60);
    assertThat(reasons)
        .filteredOn(reason -> REASONS.stream().noneMatch(given -> given.contains(reason)))
        .isEmpty();
  }

  @Test
  @Order(3)
  void theNextGoodRunWorks() throws Exception {
    goodRowsAreClosed("again");
  }

  private static void isRefused(Bad bad) throws Exception {
    Path input = write(bad.name().replaceAll("\\W", "_"));
    if (bad.workbook() == null) {
      spoil(input, bad);
    } else {
      makeWorkbook(input, bad);
    }
    Path output = input.resolveSibling(input.getFileName() + "-out");
    long runs = installation.number("select count(*) from close_run");

    Result result =
        measured(bad, () -> installation.close(MONTH, input, output, Map.of(), bad.arguments()));

    assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(ExitCode.REJECTED);
    List<List<String>> rejects = Csv.read(output.resolve("rejects.csv"));
    List<List<String>> found = rejects.subList(1, rejects.size());
    found.forEach(reject -> REASONS.add(reject.getLast()));
    if (!bad.more()) {
      assertThat(found).as("%s", found).hasSameSizeAs(bad.expect());
    }
    for (int i = 0; i < bad.expect().size(); i++) {
      assertThat(found.get(i).getFirst()).isEqualTo(bad.rejected());
      List<String> wanted = bad.expect().get(i);
      for (int cell = 0; cell < wanted.size(); cell++) {
        assertThat(found.get(i).get(cell + 1)).as("%s", found).contains(wanted.get(cell));
      }
    }
    assertThat(installation.number("select count(*) from close_run")).isEqualTo(runs);
    try (Stream<Path> files = Files.list(output)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("rejects.csv");
    }
  }

  private static void spoil(Path input, Bad bad) throws IOException {
    if (bad.missing()) {
      Files.delete(input.resolve(bad.file()));
      return;
    }
    List<String> lines = new ArrayList<>(GOOD.get(bad.file()));
    if (bad.header() != null) {
      lines.set(0, bad.header());
    }
    for (String row : bad.rows() == null ? List.<String>of() : bad.rows()) {
      lines.add(row.replace("GIANT", "x".repeat(2_000_000)));
    }
    String encoding = bad.encoding() == null ? "UTF-8" : bad.encoding();
    Files.write(input.resolve(bad.file()), lines, Charset.forName(encoding));
  }

  private static void makeWorkbook(Path input, Bad bad) throws IOException {
    Path file = input.resolve("month.xlsx");
    TestWorkbook workbook = TestWorkbook.of(input);
    if (bad.workbook().equals("beside")) {
      workbook.write(file);
      return;
    }
    BadWorkbook.of(bad.workbook()).write(workbook, bad.sheet(), bad.xml(), file);
    for (Path csv : Csv.in(input)) {
      Files.delete(csv);
    }
  }

  private static Result measured(Bad bad, Callable<Result> close) throws Exception {
    Heap heap = Heap.watch();
    long began = System.nanoTime();
    Result result = close.call();
    long milliseconds = (System.nanoTime() - began) / 1_000_000;
    Cost cost = new Cost(bad.name(), milliseconds, heap.mostMegabytes());
    COSTS.add(cost);
    assertThat(cost.milliseconds()).as("%s", cost).isLessThan(60_000);
    assertThat(cost.megabytes()).as("%s", cost).isLessThan(512);
    return result;
  }

  private static Path write(String name) throws IOException {
    Path folder = Files.createDirectories(installation.folder().resolve(name));
    for (Map.Entry<String, List<String>> file : GOOD.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    return folder;
  }
}
