package io.monthend.exchange;

import io.monthend.exchange.DataSheet.Column;
import io.monthend.rulebook.Labels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The data sheets of the workbook: the CSV files in words, what people should look at first.
 *
 * @param employeeNo how wide the widest employee number is, in digits
 * @param name how wide the widest name is
 */
record DataSheets(WorkbookWords words, int employeeNo, int name) {

  private static final int WIDEST_NAME = 40;
  private static final int WIDEST_LABEL = 44;
  private static final int NOTE = 60;
  private static final int SOURCE = 30;
  private static final int REASON = 44;
  private static final int TIME = 17;

  List<DataSheet> inOrder() {
    return List.of(exceptions(), payslips(), payslipLines(), evaluationLines(), attendance());
  }

  private DataSheet exceptions() {
    return new DataSheet(
        Caption.EXCEPTIONS,
        "exceptions",
        "review_item",
        2,
        columns(
            column(Caption.KIND, widest(Labels::exceptions)),
            column(Caption.BASIS, REASON),
            column(Caption.NOTE, NOTE)),
        """
        select i.employee_no, coalesce(e.name, ''), i.kind, i.source, i.note
        from review_item i
        left join employee e on e.run_id = i.run_id and e.employee_no = i.employee_no
        where i.run_id = ? order by i.employee_no, i.kind, i.source, i.note collate "C"
        """,
        (row, from) -> {
          String kind = from.getString(3);
          row.text(from.getString(1))
              .text(from.getString(2))
              .text(words.label(Labels::exceptions, kind))
              .text(aboutWhat(kind, from.getString(4)))
              .wrapped(why(kind, from.getString(4), from.getString(5)), NOTE);
        });
  }

  private String aboutWhat(String kind, String source) {
    return switch (kind) {
      case "DISMISSAL_REVIEW" -> words.edition().reviewReason(source, words.language());
      case "PAY_FORFEITED" -> source.replace("+", ", ");
      default -> words.source(source);
    };
  }

  private String why(String kind, String source, String note) {
    return switch (kind) {
      case "MISSING_PUNCH" -> side(note);
      case "PAY_FORFEITED" -> words.clauses(source);
      default -> note;
    };
  }

  private String side(String missing) {
    return switch (missing) {
      case "IN" -> words.say(Caption.IN);
      case "OUT" -> words.say(Caption.OUT);
      default -> missing;
    };
  }

  private DataSheet payslips() {
    return new DataSheet(
        Caption.PAYSLIPS,
        "payslips",
        "payslip",
        2,
        columns(
            column(Caption.POSITION, widest(Labels::positions)),
            figures(Caption.BASE_SALARY, 14),
            figures(Caption.SCORE, 8),
            column(Caption.GRADE, 8),
            figures(Caption.RANK, 8),
            figures(Caption.NET, 14)),
        """
        select p.employee_no, p.name, p.position, p.base_salary_cents, e.score, e.grade, s.rank, p.net_cents
        from payslip p
        left join evaluation e on e.run_id = p.run_id and e.employee_no = p.employee_no
        left join standing s on s.run_id = p.run_id and s.employee_no = p.employee_no
        where p.run_id = ? order by p.employee_no
        """,
        (row, from) ->
            row.text(from.getString(1))
                .text(from.getString(2))
                .text(words.label(Labels::positions, from.getString(3)))
                .money(from.getLong(4))
                .wholeOrNone(from.getObject(5, Integer.class))
                .text(from.getString(6))
                .wholeOrNone(from.getObject(7, Integer.class))
                .money(from.getLong(8)));
  }

  private DataSheet payslipLines() {
    return new DataSheet(
        Caption.PAYSLIP_LINES,
        "payslip_lines",
        "payslip_line",
        2,
        columns(
            figures(Caption.SEQ, 6),
            column(Caption.LINE, widest(Labels::lines)),
            figures(Caption.AMOUNT, 14),
            column(Caption.NOTE, widest(Labels::incidents)),
            column(Caption.BASIS, SOURCE),
            column(Caption.RULE, 24)),
        """
        select l.employee_no, p.name, l.seq, l.code, l.amount_cents, l.rule, l.source
        from payslip_line l
        join payslip p on p.run_id = l.run_id and p.employee_no = l.employee_no
        where l.run_id = ? order by l.employee_no, l.seq
        """,
        (row, from) ->
            row.text(from.getString(1))
                .text(from.getString(2))
                .whole(from.getInt(3))
                .text(words.label(Labels::lines, from.getString(4)))
                .money(from.getLong(5))
                .text(words.item(from.getString(6)))
                .text(words.source(from.getString(7)))
                .text(from.getString(6)));
  }

  private DataSheet evaluationLines() {
    return new DataSheet(
        Caption.EVALUATION_LINES,
        "evaluation_lines",
        "evaluation_line",
        2,
        columns(
            figures(Caption.SEQ, 6),
            figures(Caption.DATE, 11),
            column(Caption.ITEM, widest(Labels::incidents)),
            figures(Caption.POINTS, 8),
            column(Caption.BASIS, SOURCE)),
        """
        select l.employee_no, p.name, l.seq, l.date, l.code, l.points, l.source
        from evaluation_line l
        join payslip p on p.run_id = l.run_id and p.employee_no = l.employee_no
        where l.run_id = ? order by l.employee_no, l.seq
        """,
        (row, from) ->
            row.text(from.getString(1))
                .text(from.getString(2))
                .whole(from.getInt(3))
                .date(from.getObject(4, LocalDate.class))
                .text(words.incident(from.getString(5)))
                .whole(from.getInt(6))
                .text(words.source(from.getString(7))));
  }

  private DataSheet attendance() {
    return new DataSheet(
        Caption.ATTENDANCE,
        "attendance",
        "attendance_day",
        2,
        columns(
            figures(Caption.DATE, 11),
            column(Caption.SHIFT, widest(Labels::shifts)),
            figures(Caption.IN, TIME),
            figures(Caption.OUT, TIME),
            figures(Caption.LATE, 8),
            figures(Caption.EARLY, 8),
            figures(Caption.LEAVE_DAYS, 8),
            figures(Caption.ABSENT_DAYS, 8),
            column(Caption.MISSING, 8)),
        """
        select a.employee_no, p.name, a.date, a.shift, a.in_at, a.out_at, a.late_minutes, a.early_minutes,
          a.leave_halves, a.absent_halves, a.missing
        from attendance_day a
        join payslip p on p.run_id = a.run_id and p.employee_no = a.employee_no
        where a.run_id = ? order by a.employee_no, a.date
        """,
        this::attendanceDay);
  }

  private void attendanceDay(SheetRow row, ResultSet from) throws SQLException {
    row.text(from.getString(1))
        .text(from.getString(2))
        .date(from.getObject(3, LocalDate.class))
        .text(words.label(Labels::shifts, from.getString(4)))
        .timeOrNone(from.getObject(5, LocalDateTime.class))
        .timeOrNone(from.getObject(6, LocalDateTime.class))
        .minutes(from.getInt(7))
        .minutes(from.getInt(8))
        .days(from.getInt(9))
        .days(from.getInt(10))
        .text(Optional.ofNullable(from.getString(11)).map(this::side).orElse(null));
  }

  /** Who it is about, then what about them. */
  private List<Column> columns(Column... about) {
    var all = new java.util.ArrayList<Column>();
    all.add(column(Caption.EMPLOYEE_NO, employeeNo));
    all.add(column(Caption.NAME, Math.min(name, WIDEST_NAME)));
    all.addAll(List.of(about));
    return List.copyOf(all);
  }

  private Column column(Caption title, int width) {
    return new Column(words.say(title), width + 2, false);
  }

  private Column figures(Caption title, int width) {
    return new Column(words.say(title), width + 2, true);
  }

  private int widest(Function<Labels, Map<String, Labels.Text>> group) {
    int widest =
        group.apply(words.edition().book().labels()).values().stream()
            .mapToInt(text -> SheetRow.width(text.in(words.language())))
            .max()
            .orElse(0);
    return Math.min(widest, WIDEST_LABEL);
  }
}
