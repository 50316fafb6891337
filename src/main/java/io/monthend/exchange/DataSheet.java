package io.monthend.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A sheet that shows the rows of one of the CSV files.
 *
 * @param file without its ending; also the name of the sheet's range, in every language
 * @param frozen columns that stay in sight
 * @param sql of its rows in their order, with the run as its only parameter
 */
record DataSheet(
    Caption name,
    String file,
    String table,
    int frozen,
    List<Column> columns,
    String sql,
    Line line) {

  /** Excel's row limit, less the header. */
  static final int MOST_ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows() - 1;

  private static final int ROOM_FOR_FILTER = 4;
  private static final int WIDTH_UNITS = 256;
  private static final int HEADER_POINTS = 24;

  /** A column and its least width in digits; figures stand at its right side. */
  record Column(String title, int width, boolean figures) {

    Column {
      width = Math.max(width, SheetRow.width(title) + ROOM_FOR_FILTER);
    }
  }

  /** Fills a row of the sheet from a row of the query. */
  @FunctionalInterface
  interface Line {
    void fill(SheetRow row, ResultSet from) throws SQLException;
  }

  /** Adds the empty sheet to a workbook, ready to be filled with so many rows. */
  void addTo(XSSFWorkbook workbook, int rows, WorkbookWords words) {
    XSSFSheet sheet = workbook.createSheet(words.say(name));
    CellRangeAddress range = new CellRangeAddress(0, rows, 0, columns.size() - 1);
    for (int i = 0; i < columns.size(); i++) {
      sheet.setColumnWidth(i, columns.get(i).width() * WIDTH_UNITS);
    }
    sheet.setDimensionOverride(range);
    sheet.createFreezePane(frozen, 1);
    sheet.setAutoFilter(range);
    sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    setUpPrint(sheet, words, true);
    sheet.getPrintSetup().setFitHeight((short) 0);
    Name named = workbook.createName();
    named.setNameName(file);
    named.setRefersToFormula(range.formatAsString(sheet.getSheetName(), true));
  }

  static void setUpPrint(XSSFSheet sheet, WorkbookWords words, boolean landscape) {
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(landscape);
    print.setFitWidth((short) 1);
    sheet.setFitToPage(true);
    sheet.getFooter().setLeft("&A");
    sheet.getFooter().setRight(words.say(Caption.PAGE, "&P", "&N"));
  }

  void fillHeader(Sheet sheet, SheetStyles styles) {
    var header = sheet.createRow(0);
    header.setHeightInPoints(HEADER_POINTS);
    SheetRow row = new SheetRow(header, styles);
    columns.forEach(column ->
        row.styled(column.title(), column.figures() ? styles.figureHeader : styles.header));
  }
}
