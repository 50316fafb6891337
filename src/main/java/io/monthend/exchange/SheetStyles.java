package io.monthend.exchange;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** How cells look; one set for a workbook. */
final class SheetStyles {

  private static final short TITLE_POINTS = 16;
  private static final short SECTION_POINTS = 12;

  final CellStyle title;
  final CellStyle section;
  final CellStyle header;
  final CellStyle figureHeader;
  final CellStyle text;
  final CellStyle quotedText;
  final CellStyle wrapped;
  final CellStyle quotedWrapped;
  final CellStyle whole;
  final CellStyle wholeOrBlank;
  final CellStyle money;
  final CellStyle totalText;
  final CellStyle totalMoney;
  final CellStyle date;
  final CellStyle time;
  final CellStyle days;
  final CellStyle warning;
  final CellStyle link;

  private final Workbook workbook;

  SheetStyles(Workbook workbook) {
    this.workbook = workbook;
    title = bold(plain(), TITLE_POINTS);
    section = bold(plain(), SECTION_POINTS);
    header = header();
    figureHeader = header();
    figureHeader.setAlignment(HorizontalAlignment.RIGHT);
    figureHeader.setIndention((short) 1);
    text = plain();
    quotedText = plain();
    quotedText.setQuotePrefixed(true);
    wrapped = wrapped();
    quotedWrapped = wrapped();
    quotedWrapped.setQuotePrefixed(true);
    whole = formatted("#,##0_ ");
    wholeOrBlank = formatted("#,##0_ ;-#,##0_ ;");
    money = formatted("#,##0.00_ ;[Red]-#,##0.00_ ");
    totalText = total(plain());
    totalMoney = total(formatted("#,##0.00_ ;[Red]-#,##0.00_ "));
    date = formatted("yyyy-mm-dd_ ");
    time = formatted("yyyy-mm-dd hh:mm_ ");
    days = formatted("0.0_ ;-0.0_ ;");
    warning = bold(plain(), SECTION_POINTS);
    workbook.getFontAt(warning.getFontIndex()).setColor(IndexedColors.RED.getIndex());
    link = link();
  }

  private CellStyle plain() {
    CellStyle style = workbook.createCellStyle();
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  private CellStyle wrapped() {
    CellStyle style = plain();
    style.setWrapText(true);
    return style;
  }

  private CellStyle formatted(String format) {
    CellStyle style = plain();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  private CellStyle header() {
    CellStyle style = bold(wrapped(), SheetRow.POINTS);
    style.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setBorderBottom(BorderStyle.THIN);
    return style;
  }

  private CellStyle total(CellStyle style) {
    style.setBorderTop(BorderStyle.THIN);
    return bold(style, SheetRow.POINTS);
  }

  private CellStyle bold(CellStyle style, short points) {
    Font font = workbook.createFont();
    font.setBold(true);
    font.setFontHeightInPoints(points);
    style.setFont(font);
    return style;
  }

  private CellStyle link() {
    CellStyle style = plain();
    Font font = workbook.createFont();
    font.setUnderline(Font.U_SINGLE);
    font.setColor(IndexedColors.BLUE.getIndex());
    style.setFont(font);
    style.setAlignment(HorizontalAlignment.LEFT);
    return style;
  }
}
