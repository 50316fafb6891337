package io.monthend.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Section F: what forfeits a month, and the training fee. */
final class Leaving {

  private Leaving() {}

  /** The rules that forfeit the month, joined by +; empty if none does. */
  static String forfeitedBy(Worker worker) {
    List<String> causes = new ArrayList<>();
    if (noticeTooShort(worker)) {
      causes.add("F1");
    }
    if (justTrained(worker)) {
      causes.add("F2");
    }
    if (worker.absentHalves() > 4) {
      causes.add("F4");
    }
    if (worker.occurrences.stream().anyMatch(Occurrence::forfeitsTheMonth)) {
      causes.add("D:PERSONAL_CALL");
    }
    return String.join("+", causes);
  }

  private static boolean noticeTooShort(Worker worker) {
    if (!resignsThisMonth(worker) || worker.row.text("notice_waived").equals("Y")) {
      return false;
    }
    return !worker.row.has("notice_date")
        || ChronoUnit.DAYS.between(worker.row.date("notice_date"), worker.row.date("last_day"))
            < 15;
  }

  private static boolean justTrained(Worker worker) {
    return resignsThisMonth(worker)
        && worker.row.has("training_end")
        && noticeDay(worker).isBefore(worker.row.date("training_end").plusMonths(1));
  }

  /** Notice given during probation (F3). */
  static boolean inProbation(Worker worker) {
    return resignsThisMonth(worker)
        && worker.row.has("probation_end")
        && !noticeDay(worker).isAfter(worker.row.date("probation_end"));
  }

  static String noticeSource(Worker worker) {
    return (worker.row.has("notice_date") ? "notice:" : "last-day:") + noticeDay(worker);
  }

  private static boolean resignsThisMonth(Worker worker) {
    boolean resigned = !worker.row.has("leaving") || worker.row.text("leaving").equals("RESIGNED");
    return resigned
        && worker.row.has("last_day")
        && YearMonth.from(worker.row.date("last_day")).equals(worker.month);
  }

  /** The day notice was given; without a notice the last day stands for it (F2, F3). */
  private static LocalDate noticeDay(Worker worker) {
    return worker.row.date(worker.row.has("notice_date") ? "notice_date" : "last_day");
  }
}
