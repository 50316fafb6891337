package io.monthend.exchange;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumFmt;

/**
 * A chart of one row of bars, each with its figure, over two columns of a sheet.
 *
 * @param labels the cells with what each bar stands for
 * @param values the cells with their figures
 * @param direction standing bars, or lying ones from top to bottom
 * @param leastCents the lowest of money figures, to leave room beside their bars; 0 with mostCents
 *     = no money
 */
record BarChart(
    String title,
    CellRangeAddress labels,
    CellRangeAddress values,
    BarDirection direction,
    long leastCents,
    long mostCents) {

  private static final int GAP_PERCENT = 40;

  /** Puts it over an area of the sheet. */
  void addTo(XSSFSheet sheet, CellRangeAddress area) {
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    XSSFChart chart =
        drawing.createChart(
            drawing.createAnchor(
                0,
                0,
                0,
                0,
                area.getFirstColumn(),
                area.getFirstRow(),
                area.getLastColumn() + 1,
                area.getLastRow() + 1));
    chart.setTitleText(title);
    chart.setTitleOverlay(false);
    boolean lies = direction == BarDirection.BAR;
    XDDFCategoryAxis categories =
        chart.createCategoryAxis(lies ? AxisPosition.LEFT : AxisPosition.BOTTOM);
    categories.setTickLabelPosition(AxisTickLabelPosition.LOW);
    categories.setOrientation(lies ? AxisOrientation.MAX_MIN : AxisOrientation.MIN_MAX);
    XDDFValueAxis figures = chart.createValueAxis(lies ? AxisPosition.BOTTOM : AxisPosition.LEFT);
    figures.setCrossBetween(AxisCrossBetween.BETWEEN);
    figures.setVisible(false);
    leaveRoom(figures);
    XDDFBarChartData bars =
        (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, figures);
    bars.setBarDirection(direction);
    bars.setVaryColors(false);
    bars.setGapWidth(GAP_PERCENT);
    addBars(bars, sheet);
    chart.plot(bars);
  }

  /** For the figures at the ends of lying bars, which else run into the labels and the border. */
  private void leaveRoom(XDDFValueAxis figures) {
    long least = Math.min(0, leastCents);
    long most = Math.max(0, mostCents);
    long room = (most - least) * 2 / 5;
    if (room > 0) {
      figures.setMinimum((least == 0 ? 0 : least - room) / 100.0);
      figures.setMaximum((most + room) / 100.0);
    }
  }

  private void addBars(XDDFBarChartData bars, XSSFSheet sheet) {
    var series =
        (XDDFBarChartData.Series)
            bars.addSeries(
                XDDFDataSourcesFactory.fromStringCellRange(sheet, labels),
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, values));
    series.setTitle(title);
    series.setInvertIfNegative(false);
    series.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(PresetColor.STEEL_BLUE)));
    CTDLbls figures = series.getCTBarSer().addNewDLbls();
    CTNumFmt whole = figures.addNewNumFmt();
    whole.setFormatCode("#,##0");
    whole.setSourceLinked(false);
    figures.addNewShowLegendKey().setVal(false);
    figures.addNewShowVal().setVal(true);
    figures.addNewShowCatName().setVal(false);
    figures.addNewShowSerName().setVal(false);
    figures.addNewShowPercent().setVal(false);
    figures.addNewShowBubbleSize().setVal(false);
  }
}
