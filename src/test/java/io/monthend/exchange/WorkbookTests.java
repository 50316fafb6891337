package io.monthend.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.database.BulkCopy;
import io.monthend.people.BookTable;
import io.monthend.people.FactCheck;
import io.monthend.people.Facts;
import io.monthend.rulebook.Labels;
import io.monthend.rulebook.Language;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a workbook's cells, names and places are read. */
class WorkbookTests {

  /** Facts that are kept nowhere. */
  private record Nowhere(String table, List<String> columns) implements Facts<String> {
    @Override
    public void put(BulkCopy row, String fact) {}

    @Override
    public void check(FactCheck check) {}

    @Override
    public BookTable books() {
      return BookTable.onceAMonth(table);
    }
  }

  private static final List<String> NAMES =
      List.of("employee_no", "date", "at", "month", "amount", "last", "code", "note");

  private static final InputFile<String> FILE =
      InputFile.of(
          "incidents",
          String.join(" ", NAMES),
          new Nowhere("", List.of()),
          row -> row.raw("employee_no"));

  @TempDir private Path folder;

  private final List<String> read = new ArrayList<>();

  @Test
  void typedCellsReadAsACsvFileWouldWriteThem() throws Exception {
    assertThat(
            rows(
                new TestWorkbook(),
                cell("A", "0", "1001"),
                cell("B", "1", "46296"),
                cell("C", "2", "46296.375"),
                cell("D", "4", "46296"),
                cell("E", "0", "7.0000000000000007E-2"),
                "<c r='F2' t='b'><v>1</v></c>",
                text("G", "CHATTING · 上班閒聊"),
                text("H", "=1+1")))
        .containsExactly("2|1001|2026-10-01|2026-10-01T09:00:00|2026-10|0.07|Y|CHATTING|=1+1");
  }

  @Test
  void daysMayCountFrom1904() throws Exception {
    assertThat(rows(new TestWorkbook().from1904(), cell("B", "1", "44834")))
        .containsExactly("2||2026-10-01||||||");
  }

  @Test
  void midnightIsATimeWhereATimeIsAskedAndADayWhereADayIs() throws Exception {
    assertThat(rows(new TestWorkbook(), cell("B", "2", "46296"), cell("C", "1", "46296")))
        .containsExactly("2||2026-10-01|2026-10-01T00:00:00|||||");
  }

  @Test
  void secondsAreThoseThatTheSpreadsheetShows() throws Exception {
    assertThat(rows(new TestWorkbook(), cell("C", "2", "46296.375682870369")))
        .containsExactly("2|||2026-10-01T09:00:59|||||");
  }

  @Test
  void zerosThatTheFormatShowsBelongToTheNumber() throws Exception {
    assertThat(rows(new TestWorkbook(), cell("A", "3", "17"), cell("E", "0", "1E7")))
        .containsExactly("2|0017||||10000000|||");
  }

  @Test
  void aDateThatLostItsFormatIsANumber() throws Exception {
    assertThat(rows(new TestWorkbook(), cell("B", "0", "46296"))).containsExactly("2||46296||||||");
  }

  @Test
  void textThatASpreadsheetWouldWorkOutIsReadAsItStands() throws Exception {
    for (String text : List.of("=1+1", "+1", "-1", "@A1", "'x", "_x0041_x", "a\nb")) {
      read.clear();
      String xml = text.equals("_x0041_x") ? "_x005F_x0041_x" : text;
      assertThat(rows(new TestWorkbook(), text("H", xml))).containsExactly("2||||||||" + text);
    }
  }

  @Test
  void sharedTextsMayBeRichAndHaveReadingsBesideThem() throws Exception {
    TestWorkbook workbook =
        new TestWorkbook()
            .part(
                "xl/sharedStrings.xml",
                "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>x</t></si>"
                    + "<si><r><rPr><b/></rPr><t>王</t></r><r><t>小明</t></r><rPh><t>wang</t></rPh></si></sst>");
    assertThat(rows(workbook, "<c r='H2' t='s'><v>1</v></c>")).containsExactly("2||||||||王小明");
  }

  @Test
  void namesMayBeChineseInEitherScriptAndColumnsInAnyOrder() throws Exception {
    for (Language language : Language.values()) {
      SheetNames names = SheetNames.bundled();
      List<String> header =
          NAMES.reversed().stream().map(name -> names.of(name).label().in(language)).toList();
      Labels.Text sheet = Objects.requireNonNull(names.sheets().get("incidents"));
      TestWorkbook workbook =
          TestWorkbook.of(
              Map.of(
                  sheet.in(language),
                  List.of(header, List.of("n", "CODE", "Y", "1", "2026-10", "t", "d", "E1"))));
      read.clear();
      assertThat(read(workbook)).containsExactly("2|E1|d|t|2026-10|1|Y|CODE|n");
    }
  }

  @Test
  void emptyRowsAreNoRowsAndNumbersAreTheSpreadsheets() throws Exception {
    TestWorkbook workbook =
        new TestWorkbook()
            .sheet(
                "incidents",
                header()
                    + "<row r='2' s='1'/><row r='3'><c r='A3' s='1'/></row>"
                    + "<row r='900'><c r='A900'><v>7</v></c></row>");
    assertThat(read(workbook)).containsExactly("900|7|||||||");
    try (MonthInput input = MonthInput.at(workbook.write(file()), StandardCharsets.UTF_8)) {
      assertThat(input.countRows(FILE)).isEqualTo(1);
    }
  }

  @Test
  void aFaultIsFoundByTheAddressOfItsCell() throws Exception {
    TestWorkbook workbook =
        new TestWorkbook().sheet("奖惩事件", header() + "<row r='5'>" + text("E", "x") + "</row>");
    Path rejects = folder.resolve("rejects.csv");
    try (MonthInput input = MonthInput.at(workbook.write(file()), StandardCharsets.UTF_8);
        Rejects list = Rejects.in(folder)) {
      input.read(FILE, list, row -> {});
      input.reject(FILE, 5, new Row.Fault("amount", "x", "not a number"), list);
    }
    assertThat(Files.readAllLines(rejects)).contains("m.xlsx,5,amount,x,奖惩事件!E5: not a number");
  }

  @Test
  void sheetsThatAreNotKnownAreNamedAndThoseForPeopleAreNot() throws Exception {
    TestWorkbook workbook =
        new TestWorkbook().sheet("incidents", header()).sheet("Tabelle1", "").sheet("代碼表", "");
    try (MonthInput input = MonthInput.at(workbook.write(file()), StandardCharsets.UTF_8)) {
      assertThat(input.strangers(List.of(FILE))).containsExactly("Sheet Tabelle1 in m.xlsx");
    }
  }

  @Test
  void everyNameMeansOneThing() {
    SheetNames names = SheetNames.bundled();
    for (Language language : Language.values()) {
      names
          .columns()
          .forEach((name, column) ->
              assertThat(SheetNames.column(column.label().in(language))).isEqualTo(name));
      names
          .sheets()
          .forEach(
              (name, label) -> assertThat(SheetNames.sheet(label.in(language))).isEqualTo(name));
    }
  }

  @Test
  void theTableInTheDocumentsIsTheOneTheProgramReadsBy() throws IOException {
    StringBuilder table = new StringBuilder();
    SheetNames names = SheetNames.bundled();
    names.sheets().forEach((name, label) -> table.append(line("sheet", name, label)));
    names.columns().forEach((name, column) -> table.append(line("column", name, column.label())));
    assertThat(Files.readString(Path.of("src", "docs", "workbook.md"))).contains(table);
  }

  private static String line(String kind, String name, Labels.Text label) {
    return "| %s | `%s` | %s | %s |%n"
        .formatted(kind, name, label.traditional(), label.simplified());
  }

  @Test
  void anotherEncodingIsCalledByItsName() throws IOException {
    String text = "employee_no,name,team\nE1,王小明,一班\nE2,陳大文,二班\nE3,測試員工,三班\n";
    assertThat(refusal(text.replace("陳", "陈").replace("測試員", "测试员"), "GBK"))
        .isEqualTo("this file is GBK; save it as UTF-8, or read it with --encoding GBK");
    assertThat(refusal(text, "Big5"))
        .isEqualTo("this file is Big5; save it as UTF-8, or read it with --encoding Big5");
    assertThat(refusal("employee_no,name\nE1,𠀀㐂㐃\n", "GB18030")).contains("GB18030");
    Path file = folder.resolve("x.csv");
    for (String wide : List.of("UTF-16", "UTF-16LE", "UTF-16BE")) {
      Files.writeString(file, text, Charset.forName(wide));
      assertThat(Encoding.mismatch(file, StandardCharsets.UTF_8))
          .contains("this file is " + wide + ";");
    }
    Files.writeString(file, text);
    assertThat(Encoding.mismatch(file, Charset.forName("GBK")))
        .contains("this file is UTF-8, not GBK");
    assertThat(Encoding.mismatch(file, StandardCharsets.UTF_8)).isEmpty();
  }

  private String refusal(String text, String encoding) throws IOException {
    Path file = folder.resolve("x.csv");
    Files.writeString(file, text, Charset.forName(encoding));
    return Encoding.unreadable(file, StandardCharsets.UTF_8);
  }

  private List<String> rows(TestWorkbook workbook, String... cells)
      throws IOException, SQLException {
    String row = "<row r='2'>" + String.join("", cells) + "</row>";
    return read(workbook.sheet("incidents", header() + row));
  }

  private static String header() {
    return TestWorkbook.texts(List.of(NAMES));
  }

  private static String cell(String column, String style, String number) {
    return "<c r='%s2' s='%s'><v>%s</v></c>".formatted(column, style, number);
  }

  private static String text(String column, String text) {
    return "<c t='inlineStr' r='%s%s'><is><t>%s</t></is></c>".formatted(column, "2", text);
  }

  private Path file() {
    return folder.resolve("m.xlsx");
  }

  private List<String> read(TestWorkbook workbook) throws IOException, SQLException {
    try (MonthInput input = MonthInput.at(workbook.write(file()), StandardCharsets.UTF_8);
        Rejects list = Rejects.in(folder)) {
      input.read(
          FILE,
          list,
          row ->
              read.add(
                  row.number() + "|" + String.join("|", NAMES.stream().map(row::raw).toList())));
    }
    assertThat(Files.readAllLines(folder.resolve("rejects.csv"))).hasSize(1);
    return read;
  }
}
