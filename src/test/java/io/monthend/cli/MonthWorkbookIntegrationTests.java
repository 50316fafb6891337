package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The workbook that a close writes for people, read back. */
class MonthWorkbookIntegrationTests {

  private static final Path CASE =
      Path.of("src/test/resources/contract/cases/07-night-shifts/input");
  private static final String MONTH = "2026-10";
  private static final List<String> DATA_SHEETS =
      List.of("exceptions", "payslips", "payslip_lines", "evaluation_lines", "attendance");

  private TestInstallation installation;
  private Path input;
  private Path output;

  @BeforeEach
  void create() throws Exception {
    installation = TestInstallation.create();
    output = installation.folder().resolve("output");
    input = Files.createDirectory(installation.folder().resolve("input"));
    for (Path file : Csv.in(CASE)) {
      Files.copy(file, input.resolve(file.getFileName()));
    }
    append("employees.csv", "E091,=HYPERLINK(\"x\"),T001,CSR,2024-03-01,,,5400.00,,,,");
    append("employees.csv", "E092,林,T001,CSR,2024-03-01,,,5400.00,,2026-10-10,RESIGNED,");
    append("punches.csv", "E091,2026-10-02T08:50:10");
    append("roster.csv", "E092,2026-10-05,D");
    append("punches.csv", "E092,2026-10-05T08:50:10");
  }

  @AfterEach
  void leave() throws SQLException {
    installation.close();
  }

  @Test
  void totalsComeFirstAndWhatToLookAtBeforeAllOtherRows() throws IOException {
    try (XSSFWorkbook workbook = close()) {
      assertThat(names(workbook)).first().isEqualTo("totals");
      assertThat(names(workbook).subList(1, 6)).isEqualTo(DATA_SHEETS);
    }
  }

  @Test
  void everySheetHasTheRowsOfItsFileAndTheirKey() throws IOException {
    try (XSSFWorkbook workbook = close()) {
      for (String name : DATA_SHEETS) {
        List<List<String>> rows = Csv.read(output.resolve(name + ".csv"));
        XSSFSheet sheet = workbook.getSheet(name);
        assertThat(rows).as(name).hasSizeGreaterThan(1);
        assertThat(sheet.getLastRowNum()).as(name).isEqualTo(rows.size() - 1);
        for (int i = 1; i < rows.size(); i++) {
          assertThat(sheet.getRow(i).getCell(0).getStringCellValue())
              .isEqualTo(rows.get(i).getFirst());
        }
        assertThat(workbook.getName(name).getRefersToFormula())
            .startsWith(name + "!$A$1:$")
            .endsWith("$" + rows.size());
      }
    }
  }

  @Test
  void headersStayInSightFilterAndRepeatOnEveryPage() throws IOException {
    try (XSSFWorkbook workbook = close()) {
      for (String name : DATA_SHEETS) {
        XSSFSheet sheet = workbook.getSheet(name);
        assertThat(sheet.getPaneInformation().isFreezePane()).as(name).isTrue();
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef())
            .startsWith("A1:")
            .endsWith(Integer.toString(sheet.getLastRowNum() + 1));
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
        assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
        assertThat(sheet.getFitToPage()).isTrue();
      }
    }
  }

  @Test
  void figuresDatesAndTimesAreSuchAndNoTexts() throws IOException {
    try (XSSFWorkbook workbook = close()) {
      XSSFCell net = workbook.getSheet("payslips").getRow(1).getCell(7);
      assertThat(net.getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(net.getCellStyle().getDataFormatString()).startsWith("#,##0.00");
      Row day = workbook.getSheet("attendance").getRow(1);
      List<String> inCsv = Csv.read(output.resolve("attendance.csv")).get(1);
      assertThat(day.getCell(2).getLocalDateTimeCellValue().toLocalDate())
          .hasToString(inCsv.get(1));
      assertThat(day.getCell(2).getCellStyle().getDataFormatString()).startsWith("yyyy-mm-dd");
      assertThat(day.getCell(4).getLocalDateTimeCellValue())
          .isEqualTo(LocalDateTime.parse(inCsv.get(3)));
    }
  }

  @Test
  void textThatLooksLikeAFormulaIsText() throws IOException {
    try (XSSFWorkbook workbook = close()) {
      XSSFSheet slips = workbook.getSheet("payslips");
      XSSFCell name =
          (XSSFCell)
              StreamSupport.stream(slips.spliterator(), false)
                  .filter(row -> row.getCell(0).getStringCellValue().equals("E091"))
                  .findFirst()
                  .orElseThrow()
                  .getCell(1);
      assertThat(name.getCellType()).isEqualTo(CellType.STRING);
      assertThat(name.getStringCellValue()).isEqualTo("=HYPERLINK(\"x\")");
      assertThat(name.getCellStyle().getQuotePrefixed()).isTrue();
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          assertThat(row).allMatch(cell -> cell.getCellType() != CellType.FORMULA);
        }
      }
    }
  }

  @Test
  void theTotalsAreThoseOfTheSummary() throws IOException {
    try (XSSFWorkbook workbook = close()) {
      XSSFSheet totals = workbook.getSheet("totals");
      JsonNode summary =
          JsonMapper.builder().build().readTree(Files.readAllBytes(output.resolve("summary.json")));
      assertThat(text(totals, "Rule book")).isEqualTo("customer-service-1");
      assertThat(text(totals, "Digest")).isEqualTo(summary.path("digest").asString());
      assertThat(number(totals, 0, "Net total (CNY)", 1))
          .isEqualByComparingTo(summary.path("net_total").decimalValue());
      assertThat(number(totals, 0, "People with a pay slip", 1))
          .isEqualByComparingTo(summary.path("head_count").decimalValue());
      assertThat(number(totals, 0, "Things to look at", 1))
          .isEqualByComparingTo(summary.path("exceptions").decimalValue());
      assertThat(summary.path("totals").propertyNames()).contains("BASE", "FORFEITURE");
      summary
          .path("totals")
          .properties()
          .forEach(total ->
              assertThat(number(totals, 1, total.getKey(), 2))
                  .as(total.getKey())
                  .isEqualByComparingTo(total.getValue().decimalValue()));
      assertThat(row(totals, 1, "FORFEITURE").getCell(4).getStringCellValue()).startsWith("G7 ");
    }
  }

  @Test
  void aChartShowsTheGradesAndOneThePayByLine() throws IOException {
    try (XSSFWorkbook workbook = close()) {
      XSSFSheet totals = workbook.getSheet("totals");
      var charts = totals.getDrawingPatriarch().getCharts();
      assertThat(charts)
          .extracting(chart -> chart.getTitleText().getString())
          .containsExactly("Grades", "Pay by line (CNY)");
      int firstGrade = row(totals, 0, "A").getRowNum() + 1;
      int firstLine = row(totals, 1, "BASE").getRowNum() + 1;
      int lastLine =
          firstLine
              + Csv.read(output.resolve("payslip_lines.csv")).stream()
                  .skip(1)
                  .map(line -> line.get(2))
                  .distinct()
                  .toList()
                  .size()
              - 1;
      assertThat(ranges(charts.getFirst()))
          .containsExactly(
              "totals!$A$%d:$A$%d".formatted(firstGrade, firstGrade + 6),
              "totals!$B$%d:$B$%d".formatted(firstGrade, firstGrade + 6));
      assertThat(ranges(charts.getLast()))
          .containsExactly(
              "totals!$A$%d:$A$%d".formatted(firstLine, lastLine),
              "totals!$C$%d:$C$%d".formatted(firstLine, lastLine));
      int evaluated =
          IntStream.range(firstGrade - 1, firstGrade + 6)
              .map(i -> (int) totals.getRow(i).getCell(1).getNumericCellValue())
              .sum();
      assertThat(evaluated).isEqualTo(Csv.read(output.resolve("payslips.csv")).size() - 1);
    }
  }

  @Test
  void theSameCloseGivesTheSameBytesInAnyZone() throws IOException {
    close().close();
    Path again = installation.folder().resolve("again");
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
      assertThat(installation.close(MONTH, input, again, Map.of()).exitCode()).isZero();
    } finally {
      TimeZone.setDefault(before);
    }
    assertThat(again.resolve("month.xlsx")).hasSameBinaryContentAs(output.resolve("month.xlsx"));
  }

  @Test
  void itSpeaksTheLanguageAskedFor() throws IOException {
    try (XSSFWorkbook workbook = close("--language", "zh-Hant")) {
      assertThat(names(workbook)).startsWith("合計", "待查事項", "薪資單", "薪資明細", "考核明細", "考勤");
      XSSFSheet exceptions = workbook.getSheet("待查事項");
      assertThat(exceptions.getRow(0).getCell(2).getStringCellValue()).isEqualTo("類別");
      assertThat(exceptions)
          .extracting(row -> row.getCell(2).getStringCellValue())
          .contains("排班外打卡", "薪資不予發放", "漏打卡");
      assertThat(exceptions)
          .filteredOn(row -> row.getCell(2).getStringCellValue().equals("漏打卡"))
          .isNotEmpty()
          .allMatch(row -> List.of("上班", "下班").contains(row.getCell(4).getStringCellValue()));
      assertThat(workbook.getName("payslips").getRefersToFormula()).startsWith("薪資單!");
    }
  }

  @Test
  void whoeverWantsNoneGetsNoneAndNoOldOneEither() throws IOException {
    close().close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(installation.close(MONTH, input, output, Map.of(), "--no-xlsx").exitCode()).isZero();
    assertThat(file()).doesNotExist();
    assertThat(output.resolve("payslips.csv")).exists();
  }

  @Test
  void beyondTwentyThousandPeopleTheTotalsSayWhereAttendanceIs() throws Exception {
    close().close();
    try (Connection connection = installation.connect()) {
      connection
          .createStatement()
          .execute(
              """
              insert into payslip select run_id, 'X' || n, 'x', 'CSR', 100, 100
              from (select run_id from payslip limit 1) run, generate_series(1, 20000) n
              """);
    }
    try (XSSFWorkbook workbook = close()) {
      assertThat(names(workbook)).doesNotContain("attendance").contains("evaluation_lines");
      assertThat(row(workbook.getSheet("totals"), 0, "attendance").getCell(2).getStringCellValue())
          .isEqualTo("More than 20,000 people: not in this workbook, see attendance.csv");
    }
  }

  private XSSFWorkbook close(String... more) throws IOException {
    Result result = installation.close(MONTH, input, output, Map.of(), more);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return new XSSFWorkbook(Files.newInputStream(file()));
  }

  private Path file() {
    return output.resolve("month.xlsx");
  }

  private void append(String file, String row) throws IOException {
    Path path = input.resolve(file);
    Files.writeString(path, Files.readString(path) + row + "\n");
  }

  private static List<String> names(XSSFWorkbook workbook) {
    return IntStream.range(0, workbook.getNumberOfSheets())
        .mapToObj(workbook::getSheetName)
        .toList();
  }

  private static List<String> ranges(org.apache.poi.xssf.usermodel.XSSFChart chart) {
    var series = chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0);
    return List.of(series.getCat().getStrRef().getF(), series.getVal().getNumRef().getF());
  }

  /** The first row with a text in a column. */
  private static Row row(Sheet sheet, int column, String text) {
    return StreamSupport.stream(sheet.spliterator(), false)
        .filter(row ->
            row.getCell(column) != null
                && row.getCell(column).getCellType() == CellType.STRING
                && row.getCell(column).getStringCellValue().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row with " + text));
  }

  private static String text(Sheet sheet, String label) {
    return row(sheet, 0, label).getCell(1).getStringCellValue();
  }

  private static BigDecimal number(Sheet sheet, int column, String label, int figure) {
    return BigDecimal.valueOf(row(sheet, column, label).getCell(figure).getNumericCellValue());
  }
}
