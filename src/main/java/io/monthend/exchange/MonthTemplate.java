package io.monthend.exchange;

import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.Labels;
import io.monthend.rulebook.Language;
import io.monthend.rulebook.RuleBook;
import io.monthend.rulebook.RuleBooks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The empty workbook that people fill a month in with. */
public final class MonthTemplate {

  private static final int LAST_ROW = 1_048_575;
  private static final int WIDTH = 20 * 256;
  private static final int CODE_WIDTH = 44 * 256;

  private final XSSFWorkbook workbook;
  private final Language language;
  private final XSSFCellStyle header;
  private final Map<SheetColumn.Kind, String> ranges = new EnumMap<>(SheetColumn.Kind.class);

  private MonthTemplate(XSSFWorkbook workbook, Language language) {
    this.workbook = workbook;
    this.language = language;
    XSSFFont bold = workbook.createFont();
    bold.setBold(true);
    header = workbook.createCellStyle();
    header.setFont(bold);
  }

  /** Writes one to a file that must not be there yet; its codes are those of the newest rules. */
  public static void write(Path file, Language language) throws IOException {
    RuleBook book =
        RuleBooks.bundled().inEffect(PayMonth.of(PayMonth.LATEST_DATE)).orElseThrow().book();
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      MonthTemplate template = new MonthTemplate(workbook, language);
      XSSFSheet readMe = template.create("readme");
      XSSFSheet codes = template.create("codes");
      template.fillCodes(codes, book);
      SheetNames.bundled()
          .sheets()
          .forEach((name, label) ->
              template.fillSheet(workbook.createSheet(label.in(language)), columns(name)));
      template.fillReadMe(readMe);
      workbook.setSheetOrder(codes.getSheetName(), workbook.getNumberOfSheets() - 1);
      workbook.write(out);
    }
  }

  private XSSFSheet create(String forPeople) {
    return workbook.createSheet(
        Objects.requireNonNull(SheetNames.FOR_PEOPLE.get(forPeople)).in(language));
  }

  private static List<String> columns(String sheet) {
    String marked = Objects.requireNonNull(InputFiles.COLUMNS.get(sheet), sheet);
    return List.of(marked.replace("*", "").split(" ", -1));
  }

  private void fillCodes(XSSFSheet sheet, RuleBook book) {
    Labels labels = book.labels();
    codes(sheet, SheetColumn.Kind.POSITION, "position", labelled(labels.positions()));
    codes(sheet, SheetColumn.Kind.SHIFT, "shift", labelled(labels.shifts()));
    codes(sheet, SheetColumn.Kind.LEAVE_TYPE, "type", labelled(labels.leaves()));
    codes(sheet, SheetColumn.Kind.HALF, "from_half", labelled(labels.halves()));
    codes(sheet, SheetColumn.Kind.LEAVING, "leaving", labelled(labels.leaving()));
    codes(sheet, SheetColumn.Kind.FLAG, "approved", List.of("Y", "N"));
    Stream<String> recorded =
        labels.incidents().entrySet().stream()
            .filter(it -> book.incidents().find(it.getKey()).filter(i -> !i.derived()).isPresent())
            .map(it -> it.getKey() + SheetColumn.LABEL + it.getValue().in(language))
            .sorted();
    codes(sheet, SheetColumn.Kind.INCIDENT, "code", recorded.toList());
  }

  private List<String> labelled(Map<String, Labels.Text> labels) {
    return labels.entrySet().stream()
        .map(it -> it.getKey() + SheetColumn.LABEL + it.getValue().in(language))
        .sorted()
        .toList();
  }

  private void codes(XSSFSheet sheet, SheetColumn.Kind kind, String column, List<String> codes) {
    int place = ranges.size();
    XSSFCell title = row(sheet, 0).createCell(place);
    title.setCellValue(SheetNames.bundled().of(column).label().in(language));
    title.setCellStyle(header);
    for (int i = 0; i < codes.size(); i++) {
      row(sheet, i + 1).createCell(place).setCellValue(codes.get(i));
    }
    sheet.setColumnWidth(place, CODE_WIDTH);
    String letter = SheetColumn.letters(place);
    ranges.put(
        kind,
        "'%s'!$%s$2:$%s$%d".formatted(sheet.getSheetName(), letter, letter, codes.size() + 1));
  }

  private static XSSFRow row(XSSFSheet sheet, int number) {
    XSSFRow row = sheet.getRow(number);
    return row == null ? sheet.createRow(number) : row;
  }

  private void fillSheet(XSSFSheet sheet, List<String> columns) {
    for (int place = 0; place < columns.size(); place++) {
      SheetColumn column = SheetNames.bundled().of(columns.get(place));
      XSSFCell cell = row(sheet, 0).createCell(place);
      cell.setCellValue(column.label().in(language));
      cell.setCellStyle(header);
      note(cell, column.help().in(language));
      sheet.setColumnWidth(place, column.kind().isCode() ? CODE_WIDTH : WIDTH);
      XSSFCellStyle style = workbook.createCellStyle();
      style.setDataFormat(workbook.createDataFormat().getFormat(format(column.kind())));
      sheet.setDefaultColumnStyle(place, style);
      offer(sheet, place, ranges.get(column.kind()));
    }
    sheet.createFreezePane(0, 1);
  }

  private static String format(SheetColumn.Kind kind) {
    return switch (kind) {
      case TEXT, NOTE, FLAG, POSITION, SHIFT, LEAVING, LEAVE_TYPE, HALF, INCIDENT -> "@";
      case DATE -> "yyyy-mm-dd";
      case TIME -> "yyyy-mm-dd hh:mm:ss";
      case MONTH -> "yyyy-mm";
      case MONEY -> "#,##0.00";
      case WHOLE -> "0";
      case NUMBER, RATE -> "General";
    };
  }

  private static void note(XSSFCell cell, String text) {
    ClientAnchor anchor = cell.getSheet().getWorkbook().getCreationHelper().createClientAnchor();
    anchor.setCol1(cell.getColumnIndex());
    anchor.setCol2(cell.getColumnIndex() + 2);
    anchor.setRow1(1);
    anchor.setRow2(5);
    Comment note = cell.getSheet().createDrawingPatriarch().createCellComment(anchor);
    note.setString(new XSSFRichTextString(text));
    note.setAddress(cell.getAddress());
    cell.setCellComment(note);
  }

  /** A warning, no stop: a code may also stand without its label. */
  private static void offer(XSSFSheet sheet, int place, @Nullable String range) {
    if (range == null) {
      return;
    }
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidation list =
        helper.createValidation(
            helper.createFormulaListConstraint(range),
            new CellRangeAddressList(1, LAST_ROW, place, place));
    list.setErrorStyle(DataValidation.ErrorStyle.WARNING);
    list.setShowErrorBox(true);
    list.setSuppressDropDownArrow(true);
    sheet.addValidationData(list);
  }

  private void fillReadMe(XSSFSheet sheet) {
    int number = 0;
    for (Map.Entry<String, Labels.Text> of : SheetNames.bundled().sheets().entrySet()) {
      XSSFCell title = row(sheet, number).createCell(0);
      title.setCellValue(of.getValue().in(language));
      title.setCellStyle(header);
      List<String> columns = columns(of.getKey());
      for (int place = 0; place < columns.size(); place++) {
        SheetColumn column = SheetNames.bundled().of(columns.get(place));
        row(sheet, number + 1).createCell(place).setCellValue(column.label().in(language));
        row(sheet, number + 2).createCell(place).setCellValue(example(columns.get(place), column));
        sheet.setColumnWidth(place, WIDTH);
      }
      number += 4;
    }
  }

  private static String example(String name, SheetColumn column) {
    return switch (column.kind()) {
      case TEXT ->
          name.endsWith("_no") ? name.substring(0, 1).toUpperCase(Locale.ROOT) + "001" : "T001";
      case DATE -> optional(name) ? "" : "2026-10-01";
      case TIME -> "2026-10-01 08:55:00";
      case MONTH -> "2026-09";
      case MONEY -> name.equals("base_salary") ? "5400.00" : "300.00";
      case NUMBER -> "95";
      case RATE -> "0.01";
      case FLAG -> name.equals("approved") ? "Y" : "N";
      case POSITION -> "CSR";
      case SHIFT -> "D";
      case LEAVE_TYPE -> "SICK";
      case HALF -> name.equals("from_half") ? "AM" : "PM";
      case INCIDENT -> "CHATTING";
      case NOTE, WHOLE, LEAVING -> "";
    };
  }

  private static boolean optional(String date) {
    return !List.of("hire_date", "date", "from_date", "to_date").contains(date);
  }
}
