package io.monthend.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the months closed so far in one installation have published, as far as a later month needs
 * it.
 *
 * @param marks by month and employee (E5)
 * @param personalCalls by employee and incident number, with their dates
 */
public record Published(
    Map<YearMonth, Map<String, Mark>> marks, Map<String, Map<String, LocalDate>> personalCalls) {

  /** One person's evaluation of one month. */
  public record Mark(int score, boolean last) {}

  /** An installation that has closed nothing. */
  public static Published nothing() {
    return new Published(Map.of(), Map.of());
  }

  Map<String, Mark> marksOf(YearMonth month) {
    return marks.getOrDefault(month, Map.of());
  }

  Map<String, LocalDate> callsOf(String employeeNo) {
    return personalCalls.getOrDefault(employeeNo, Map.of());
  }

  Published and(YearMonth month, List<Worker> everyone) {
    Map<YearMonth, Map<String, Mark>> allMarks = new TreeMap<>(marks);
    Map<String, Map<String, LocalDate>> allCalls = new TreeMap<>(personalCalls);
    Map<String, Mark> now = new TreeMap<>();
    for (Worker worker : everyone) {
      if (worker.evaluated()) {
        now.put(worker.no, new Mark(worker.score, worker.last));
      }
      Map<String, LocalDate> calls = new TreeMap<>(callsOf(worker.no));
      calls.putAll(worker.personalCalls());
      allCalls.put(worker.no, calls);
    }
    allMarks.put(month, now);
    return new Published(
        Collections.unmodifiableMap(allMarks), Collections.unmodifiableMap(allCalls));
  }
}
