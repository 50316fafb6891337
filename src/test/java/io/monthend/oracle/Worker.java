package io.monthend.oracle;

import io.monthend.oracle.Occurrence.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One person and everything the month finds out about them, filled in step by step. */
final class Worker {

  final Row row;
  final String no;
  final Inputs inputs;
  final YearMonth month;
  final Published earlier;
  final List<Shift> roster = new ArrayList<>();
  final List<Leave> leaves = new ArrayList<>();
  final List<AttendanceDay> days = new ArrayList<>();
  final List<LocalDateTime> unrostered = new ArrayList<>();
  final List<Occurrence> occurrences = new ArrayList<>();
  final List<PayLine> payLines = new ArrayList<>();
  int score;
  int rank;
  boolean last;

  Worker(Row row, Inputs inputs, YearMonth month, Published earlier) {
    this.row = row;
    this.no = row.text("employee_no");
    this.inputs = inputs;
    this.month = month;
    this.earlier = earlier;
    for (Row shift : inputs.rows("roster", no)) {
      roster.add(Shift.of(shift));
    }
    roster.sort((a, b) -> a.date().compareTo(b.date()));
    for (Row leave : inputs.rows("leaves", no)) {
      if (leave.text("approved").equals("Y")) {
        leaves.add(Leave.of(leave));
      }
    }
    attend();
  }

  boolean employed() {
    LocalDate hired = row.date("hire_date");
    boolean gone = row.has("last_day") && row.date("last_day").isBefore(month.atDay(1));
    return !hired.isAfter(month.atEndOfMonth()) && !gone;
  }

  boolean evaluated() {
    return employed()
        && Set.of("CSR", "RECEPTION", "LEADER", "TRAINER").contains(row.text("position"));
  }

  List<Shift> monthRoster() {
    List<Shift> found = new ArrayList<>();
    for (Shift shift : roster) {
      if (YearMonth.from(shift.date()).equals(month)) {
        found.add(shift);
      }
    }
    return found;
  }

  private void attend() {
    Punches punches = new Punches(inputs.rows("punches", no), roster);
    Set<HalfShift> onLeave = new HashSet<>();
    for (Leave leave : leaves) {
      onLeave.addAll(leave.halves());
    }
    for (Shift shift : monthRoster()) {
      days.add(AttendanceDay.judge(shift, punches.of(shift), onLeave));
    }
    for (LocalDateTime punch : punches.ofNoShift()) {
      if (YearMonth.from(punch).equals(month)) {
        unrostered.add(punch);
      }
    }
  }

  /** Everything of section D but what needs the key figures. */
  void recordConduct() {
    recordLateEarlyAndAbsent();
    for (Row incident : inputs.rows("incidents", no)) {
      if (incident.dateLiesIn(month)) {
        occurrences.add(Catalogue.recorded(incident, callNumber(incident.text("incident_no"))));
      }
    }
    for (Row exam : inputs.rows("exams", no)) {
      if (exam.dateLiesIn(month)) {
        recordExam(exam);
      }
    }
    if (distinctCodes(Kind.MEDIUM) >= 2 || distinctCodes(Kind.LIGHT) >= 4) {
      derive(month.atEndOfMonth(), "REPEATED_MISCONDUCT", Kind.SEVERE, -20, "month");
    }
  }

  private void recordLateEarlyAndAbsent() {
    int nth = 0;
    for (AttendanceDay day : days) {
      LocalDate date = day.shift().date();
      if (day.lateMinutes() > 0) {
        recordLateOrEarly(date, day.lateMinutes(), "punch-in:" + date, ++nth);
      }
      if (day.earlyMinutes() > 0) {
        recordLateOrEarly(date, day.earlyMinutes(), "punch-out:" + date, ++nth);
      }
      if (day.absentHalves() > 0) {
        derive(date, "ABSENCE", Kind.SEVERE, -20, "roster:" + date);
      }
    }
  }

  private void recordLateOrEarly(LocalDate date, int minutes, String source, int nth) {
    int points = -Catalogue.latePoints(minutes);
    Occurrence made = Occurrence.of(date, "LATE_OR_EARLY", Kind.LIGHT, points, source);
    occurrences.add(made.withMoney(nth == 1 ? "-10" : "-20"));
  }

  private void recordExam(Row exam) {
    String source = "exam:" + exam.date("date");
    if (exam.number("score").compareTo(new BigDecimal(60)) < 0) {
      derive(exam.date("date"), "EXAM_FAILED", Kind.MEDIUM, -10, source);
    }
    if (exam.number("score").compareTo(new BigDecimal(100)) == 0) {
      derive(exam.date("date"), "EXAM_PERFECT", Kind.REWARD, 5, source);
    }
  }

  void derive(LocalDate date, String code, Kind kind, int points, String source) {
    occurrences.add(Occurrence.of(date, code, kind, points, source));
  }

  private int distinctCodes(Kind kind) {
    Set<String> codes = new HashSet<>();
    for (Occurrence occurrence : occurrences) {
      if (occurrence.kind() == kind) {
        codes.add(occurrence.code());
      }
    }
    return codes.size();
  }

  /** All calls of this employment known by the month's end, told apart by number. */
  Map<String, LocalDate> personalCalls() {
    Map<String, LocalDate> calls = new TreeMap<>();
    for (Map.Entry<String, LocalDate> call : earlier.callsOf(no).entrySet()) {
      boolean before = call.getValue().isBefore(month.atDay(1));
      if (before && !call.getValue().isBefore(row.date("hire_date"))) {
        calls.put(call.getKey(), call.getValue());
      }
    }
    for (Row incident : inputs.rows("incidents", no)) {
      if (incident.text("code").equals("PERSONAL_CALL")) {
        calls.put(incident.text("incident_no"), incident.date("date"));
      }
    }
    return calls;
  }

  /**
   * 1 for the first call of the employment; calls of one date count in the order of their numbers.
   */
  private int callNumber(String incidentNo) {
    Map<String, LocalDate> calls = personalCalls();
    LocalDate date = calls.getOrDefault(incidentNo, LocalDate.MIN);
    int number = 1;
    for (Map.Entry<String, LocalDate> other : calls.entrySet()) {
      int order = other.getValue().compareTo(date);
      if (order < 0 || (order == 0 && Text.compare(other.getKey(), incidentNo) < 0)) {
        number++;
      }
    }
    return number;
  }

  boolean hasViolation() {
    for (Occurrence occurrence : occurrences) {
      if (occurrence.isViolation()) {
        return true;
      }
    }
    return false;
  }

  /** Of shifts and of off-post cases together (F4). */
  int absentHalves() {
    int halves = 0;
    for (AttendanceDay day : days) {
      halves += day.absentHalves();
    }
    for (Occurrence occurrence : occurrences) {
      halves += occurrence.isOffPostAbsence() ? 1 : 0;
    }
    return halves;
  }
}
