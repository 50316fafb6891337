package io.monthend.exchange;

import io.monthend.exchange.Breakdown.LineTotal;
import io.monthend.rulebook.EvaluationPolicy;
import io.monthend.rulebook.Labels;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The first sheet of the workbook: the totals of the month, two charts, and where the rest is. */
final class TotalsSheet {

  /**
   * A data sheet and its rows.
   *
   * @param leftOut why it is not in the workbook, in words; null where it is
   */
  record Entry(DataSheet sheet, long rows, @Nullable String leftOut) {}

  private static final int[] WIDTHS = {30, 18, 18, 10, 68};
  private static final int LAST = WIDTHS.length - 1;
  private static final int CHART_ROWS = 17;
  private static final int SECTION_POINTS = 26;

  private final XSSFSheet sheet;
  private final SheetStyles styles;
  private final WorkbookWords words;
  private int next;

  TotalsSheet(XSSFWorkbook workbook, SheetStyles styles, WorkbookWords words) {
    this.sheet = workbook.createSheet(words.say(Caption.TOTALS));
    this.styles = styles;
    this.words = words;
    for (int i = 0; i < WIDTHS.length; i++) {
      sheet.setColumnWidth(i, WIDTHS[i] * 256);
    }
    sheet.setDisplayGridlines(false);
    DataSheet.setUpPrint(sheet, words, false);
    sheet.getPrintSetup().setFitHeight((short) 1);
  }

  void fill(Summary summary, Breakdown breakdown, List<Entry> sheets) {
    head(summary, breakdown);
    CellRangeAddress lines = lines(summary, breakdown.lines());
    int charts = ++next;
    next += CHART_ROWS + 1;
    CellRangeAddress grades = gradesAndKinds(breakdown);
    next++;
    sheets(sheets);
    new BarChart(
            words.say(Caption.GRADES), column(grades, 0), column(grades, 1), BarDirection.COL, 0, 0)
        .addTo(sheet, new CellRangeAddress(charts, charts + CHART_ROWS - 1, 0, 2));
    new BarChart(
            words.say(Caption.PAY_BY_LINE),
            column(lines, 0),
            column(lines, 2),
            BarDirection.BAR,
            breakdown.lines().stream().mapToLong(LineTotal::cents).min().orElse(0),
            breakdown.lines().stream().mapToLong(LineTotal::cents).max().orElse(0))
        .addTo(sheet, new CellRangeAddress(charts, charts + CHART_ROWS - 1, 3, LAST));
  }

  private static CellRangeAddress column(CellRangeAddress rows, int column) {
    return new CellRangeAddress(rows.getFirstRow(), rows.getLastRow(), column, column);
  }

  private SheetRow row() {
    return new SheetRow(sheet.createRow(next++), styles);
  }

  private SheetRow section() {
    SheetRow section = row();
    sheet.getRow(next - 1).setHeightInPoints(SECTION_POINTS);
    return section;
  }

  private void head(Summary summary, Breakdown breakdown) {
    section().styled(words.say(Caption.TITLE, summary.month()), styles.title);
    long blocked = breakdown.kinds().getOrDefault("BLOCKED", 0L);
    if (blocked > 0) {
      row().styled(words.say(Caption.NOT_PUBLISHED, blocked), styles.warning);
    }
    next++;
    row().text(words.say(Caption.MONTH)).text(summary.month());
    row().text(words.say(Caption.RULE_BOOK)).text(summary.edition());
    row().text(words.say(Caption.PEOPLE)).whole(summary.people());
    row().text(words.say(Caption.NET_TOTAL)).money(summary.net().cents());
    row().text(words.say(Caption.TO_LOOK_AT)).whole(summary.exceptions());
    row().text(words.say(Caption.DIGEST)).text(summary.digest());
    next++;
  }

  private CellRangeAddress lines(Summary summary, List<LineTotal> lines) {
    section().styled(words.say(Caption.BY_LINE), styles.section);
    header(row(), Caption.LINE, Caption.CODE, Caption.AMOUNT, Caption.COUNT, Caption.CLAUSE);
    int first = next;
    for (LineTotal line : lines) {
      row()
          .text(words.label(Labels::lines, line.code().name()))
          .text(line.code().name())
          .money(line.cents())
          .whole(line.count())
          .wrapped(words.clauses(line.clause()), WIDTHS[LAST]);
    }
    int last = Math.max(first, next - 1);
    row()
        .styled(words.say(Caption.NET_TOTAL), styles.totalText)
        .styled("", styles.totalText)
        .money(summary.net().cents(), styles.totalMoney)
        .styled("", styles.totalText)
        .styled("", styles.totalText);
    return new CellRangeAddress(first, last, 0, 2);
  }

  /** Two tables side by side, of which either may be the longer one. */
  private CellRangeAddress gradesAndKinds(Breakdown breakdown) {
    section()
        .styled(words.say(Caption.GRADES), styles.section)
        .skip()
        .skip()
        .styled(words.say(Caption.BY_KIND), styles.section);
    SheetRow header = row();
    header(header, Caption.GRADE, Caption.STAFF);
    header(header.skip(), Caption.CASES, Caption.KIND);
    List<String> grades = grades();
    Iterator<Map.Entry<String, Long>> kinds = breakdown.kinds().entrySet().iterator();
    int first = next;
    for (int i = 0; i < grades.size() || kinds.hasNext(); i++) {
      SheetRow row = row();
      if (i < grades.size()) {
        grade(row, grades.get(i), breakdown.grades().getOrDefault(grades.get(i), 0L));
      } else {
        row.skip().skip().skip();
      }
      if (kinds.hasNext()) {
        Map.Entry<String, Long> kind = kinds.next();
        row.whole(kind.getValue()).text(words.label(Labels::exceptions, kind.getKey()));
      } else if (i == 0) {
        row.skip().text(words.say(Caption.NOTHING));
      }
    }
    return new CellRangeAddress(first, first + grades.size() - 1, 0, 1);
  }

  private List<String> grades() {
    EvaluationPolicy policy = words.edition().book().evaluation();
    Stream<String> named = policy.grades().stream().map(EvaluationPolicy.Grade::grade);
    return Stream.concat(named, Stream.of(policy.noGrade(), "")).toList();
  }

  /** The chart has room for the grade alone; what it means stands behind the figure. */
  private void grade(SheetRow row, String grade, long people) {
    boolean isNone = grade.equals(words.edition().book().evaluation().noGrade());
    row.text(grade.isEmpty() ? words.say(Caption.NOT_EVALUATED) : grade)
        .whole(people)
        .text(isNone ? words.say(Caption.NO_GRADE) : null);
  }

  private void sheets(List<Entry> entries) {
    section().styled(words.say(Caption.SHEETS), styles.section);
    header(row(), Caption.SHEET, Caption.ROWS, Caption.WHERE);
    for (Entry entry : entries) {
      String name = words.say(entry.sheet().name());
      if (entry.leftOut() == null) {
        row().styled(name, styles.link).whole(entry.rows());
        link(name);
      } else {
        row().text(name).whole(entry.rows()).text(entry.leftOut());
      }
    }
  }

  private void link(String name) {
    Hyperlink link =
        sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
    link.setAddress("'" + name + "'!A1");
    sheet.getRow(next - 1).getCell(0).setHyperlink(link);
  }

  private static boolean isFigure(Caption title) {
    return switch (title) {
      case AMOUNT, COUNT, STAFF, CASES, ROWS -> true;
      default -> false;
    };
  }

  private void header(SheetRow row, Caption... titles) {
    List.of(titles)
        .forEach(title ->
            row.styled(words.say(title), isFigure(title) ? styles.figureHeader : styles.header));
  }
}
