package io.monthend.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Workbooks for tests, written as XML by hand: with typed cells as a spreadsheet program writes
 * them, or with whatever a test wants to be wrong in them.
 */
public final class TestWorkbook {

  /** A sheet that is written while it is packed. */
  @FunctionalInterface
  public interface Part {
    void writeTo(OutputStream out) throws IOException;
  }

  private static final String SPREADSHEET =
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, Part> sheets = new LinkedHashMap<>();
  private final Map<String, String> states = new LinkedHashMap<>();
  private final Map<String, String> behind = new LinkedHashMap<>();
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private boolean from1904;
  private boolean strict;

  /** Every CSV file of a folder as a sheet of typed cells. */
  public static TestWorkbook of(Path folder) throws IOException {
    TestWorkbook workbook = new TestWorkbook();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".csv")).sorted().toList()) {
        String name = file.getFileName().toString().replace(".csv", "");
        workbook.sheets.put(name, out -> workbook.convert(file, out));
      }
    }
    return workbook;
  }

  /** Sheets of text cells. */
  public static TestWorkbook of(Map<String, List<List<String>>> tables) {
    TestWorkbook workbook = new TestWorkbook();
    tables.forEach((name, rows) -> workbook.sheet(name, texts(rows)));
    return workbook;
  }

  /** The rows of a sheet as XML; all cells are texts. */
  public static String texts(List<List<String>> rows) {
    StringBuilder xml = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      xml.append("<row r=\"").append(row + 1).append("\">");
      for (int column = 0; column < rows.get(row).size(); column++) {
        xml.append(text(SheetColumn.letters(column) + (row + 1), rows.get(row).get(column)));
      }
      xml.append("</row>");
    }
    return xml.toString();
  }

  private static String text(String address, String text) {
    return text.isEmpty()
        ? ""
        : "<c r=\"%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
            .formatted(address, escaped(text));
  }

  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\t", "_x0009_");
  }

  /** A sheet of rows in XML. */
  public TestWorkbook sheet(String name, String rows) {
    return sheet(name, "", rows, "");
  }

  /** A sheet of rows in XML, with what stands before and behind them. */
  public TestWorkbook sheet(String name, String before, String rows, String behind) {
    sheets.put(
        name,
        out -> {
          String xml = "%s%s<sheetData>%s</sheetData>%s</worksheet>";
          write(out, xml.formatted(worksheet(), before, rows, behind));
        });
    return this;
  }

  /** Rows behind those of a sheet that came from a file. */
  public TestWorkbook append(String name, String rows) {
    behind.put(name, rows);
    return this;
  }

  /** A sheet whose rows are written one by one. */
  public TestWorkbook rows(String name, Part rows) {
    sheets.put(
        name,
        out -> {
          write(out, worksheet() + "<sheetData>");
          rows.writeTo(out);
          write(out, "</sheetData></worksheet>");
        });
    return this;
  }

  public TestWorkbook without(String sheet) {
    sheets.remove(sheet);
    return this;
  }

  public TestWorkbook rename(String sheet, String name) {
    Part rows = sheets.remove(sheet);
    sheets.put(name, rows);
    return this;
  }

  public TestWorkbook hide(String sheet) {
    states.put(sheet, "hidden");
    return this;
  }

  /** A part more, or in place of another. */
  public TestWorkbook part(String name, Part part) {
    parts.put(name, part);
    return this;
  }

  public TestWorkbook part(String name, String text) {
    return part(name, out -> write(out, text));
  }

  /** Counts days from 1904 on. */
  public TestWorkbook from1904() {
    from1904 = true;
    return this;
  }

  /** In the strict form of the standard. */
  public TestWorkbook strict() {
    strict = true;
    return this;
  }

  public List<String> sheets() {
    return List.copyOf(sheets.keySet());
  }

  public Path write(Path file) throws IOException {
    Map<String, Part> all = new LinkedHashMap<>();
    all.put("[Content_Types].xml", out -> write(out, types()));
    all.put("_rels/.rels", out -> write(out, relations("officeDocument", "xl/workbook.xml")));
    all.put("xl/workbook.xml", out -> write(out, list()));
    all.put("xl/_rels/workbook.xml.rels", out -> write(out, listRelations()));
    all.put("xl/styles.xml", out -> write(out, styles()));
    int number = 1;
    for (Part sheet : sheets.values()) {
      all.put("xl/worksheets/sheet" + number++ + ".xml", sheet);
    }
    all.putAll(parts);
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (Map.Entry<String, Part> part : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        part.getValue().writeTo(zip);
        zip.closeEntry();
      }
    }
    return file;
  }

  private void convert(Path csv, OutputStream out) throws IOException {
    write(out, worksheet() + "<sheetData>");
    try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(csv)) {
      List<String> header = new ArrayList<>();
      int number = 1;
      for (CsvRecord row : records) {
        StringBuilder xml = new StringBuilder("<row r=\"" + number + "\">");
        for (int column = 0; column < row.getFieldCount(); column++) {
          String address = SheetColumn.letters(column) + number;
          String text = row.getField(column).replace("\uFEFF", "");
          xml.append(
              header.size() <= column
                  ? text(address, text)
                  : cell(address, header.get(column), text));
        }
        if (number++ == 1) {
          row.getFields().forEach(name -> header.add(name.replace("\uFEFF", "")));
        }
        write(out, xml.append("</row>").toString());
      }
    }
    String name = csv.getFileName().toString().replace(".csv", "");
    write(out, behind.getOrDefault(name, "") + "</sheetData></worksheet>");
  }

  /** As a spreadsheet program would keep it: dates and numbers as numbers, Y and N as truth. */
  private String cell(String address, String column, String text) {
    SheetColumn known = SheetNames.bundled().columns().get(column);
    if (text.isEmpty() || known == null) {
      return text(address, text);
    }
    return switch (known.kind()) {
      case DATE -> number(address, 1, serial(LocalDate.parse(text).atStartOfDay()));
      case MONTH -> number(address, 1, serial(LocalDate.parse(text + "-01").atStartOfDay()));
      case TIME -> number(address, 2, serial(LocalDateTime.parse(text)));
      case MONEY, NUMBER, WHOLE, RATE -> number(address, 0, text);
      case FLAG -> "<c r=\"%s\" t=\"b\"><v>%s</v></c>".formatted(address, text.equals("Y") ? 1 : 0);
      default -> text.matches("[1-9]\\d{0,8}") ? number(address, 0, text) : text(address, text);
    };
  }

  private static String number(String address, int style, String number) {
    return "<c r=\"%s\" s=\"%d\"><v>%s</v></c>".formatted(address, style, number);
  }

  private String serial(LocalDateTime time) {
    LocalDateTime zero =
        from1904 ? LocalDateTime.of(1904, 1, 1, 0, 0) : LocalDateTime.of(1899, 12, 30, 0, 0);
    return Double.toString(ChronoUnit.SECONDS.between(zero, time) / 86_400.0);
  }

  private String worksheet() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"" + spreadsheet() + "\">";
  }

  private String spreadsheet() {
    return strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main" : SPREADSHEET;
  }

  private String relationKind() {
    return strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : RELATIONS;
  }

  private String types() {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            """);
    override(xml, "xl/workbook.xml", "sheet.main");
    override(xml, "xl/styles.xml", "styles");
    override(xml, "xl/sharedStrings.xml", "sharedStrings");
    for (int number = 1; number <= sheets.size(); number++) {
      override(xml, "xl/worksheets/sheet" + number + ".xml", "worksheet");
    }
    return xml.append("</Types>").toString();
  }

  private static void override(StringBuilder xml, String part, String kind) {
    xml.append("<Override PartName=\"/")
        .append(part)
        .append("\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.")
        .append(kind)
        .append("+xml\"/>");
  }

  private String list() {
    StringBuilder xml =
        new StringBuilder(
            "<workbook xmlns=\"%s\" xmlns:r=\"%s\">".formatted(spreadsheet(), relationKind()));
    xml.append(from1904 ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>").append("<sheets>");
    int number = 1;
    for (String name : sheets.keySet()) {
      String state = states.getOrDefault(name, "visible");
      String sheet = "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"rId%d\"/>";
      xml.append(sheet.formatted(escaped(name), number, state, number++));
    }
    return xml.append("</sheets></workbook>").toString();
  }

  private String relations(String kind, String target) {
    String xml =
        "<Relationships xmlns=\"%s\"><Relationship Id=\"rId1\" Type=\"%s/%s\" Target=\"%s\"/></Relationships>";
    return xml.formatted(
        "http://schemas.openxmlformats.org/package/2006/relationships",
        relationKind(),
        kind,
        target);
  }

  private String listRelations() {
    StringBuilder xml =
        new StringBuilder(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    String relation = "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>";
    for (int number = 1; number <= sheets.size(); number++) {
      String target = "worksheets/sheet" + number + ".xml";
      xml.append(relation.formatted("rId" + number, relationKind(), "worksheet", target));
    }
    xml.append(relation.formatted("styles", relationKind(), "styles", "styles.xml"));
    if (parts.containsKey("xl/sharedStrings.xml")) {
      xml.append(relation.formatted("texts", relationKind(), "sharedStrings", "sharedStrings.xml"));
    }
    return xml.append("</Relationships>").toString();
  }

  /** Style 0 general, 1 a date, 2 a date and time, 3 four digits, 4 the month of a date. */
  private String styles() {
    return """
    <styleSheet xmlns="%s">
    <numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/>
    <numFmt numFmtId="165" formatCode="0000"/><numFmt numFmtId="166" formatCode="yyyy\\-mm"/></numFmts>
    <cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>
    <xf numFmtId="166"/></cellXfs></styleSheet>
    """
        .formatted(spreadsheet());
  }

  public static void write(OutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
