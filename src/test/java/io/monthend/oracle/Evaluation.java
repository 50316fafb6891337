package io.monthend.oracle;

import io.monthend.oracle.Occurrence.Kind;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Section E: what takes all people of the month to know. */
final class Evaluation {

  private Evaluation() {}

  static void of(List<Worker> everyone) {
    List<Worker> evaluated = new ArrayList<>();
    for (Worker worker : everyone) {
      if (worker.evaluated()) {
        evaluated.add(worker);
      }
    }
    for (Worker worker : evaluated) {
      rewardKeyFigures(worker, evaluated);
    }
    for (Worker worker : evaluated) {
      worker.score = score(worker);
    }
    rank(evaluated);
  }

  private static void rewardKeyFigures(Worker worker, List<Worker> evaluated) {
    Row own = keyFigures(worker);
    if (own == null) {
      return;
    }
    if (isFirst("workload", own, evaluated)
        && isFirst("quality", own, evaluated)
        && !worker.hasViolation()) {
      worker.derive(worker.month.atEndOfMonth(), "TOP_PERFORMER", Kind.REWARD, 5, "kpi");
    }
    if (own.has("complaint_rate") && own.number("complaint_rate").signum() == 0) {
      worker.derive(worker.month.atEndOfMonth(), "ZERO_COMPLAINTS", Kind.REWARD, 5, "kpi");
    }
  }

  private static boolean isFirst(String figure, Row own, List<Worker> evaluated) {
    for (Worker other : evaluated) {
      Row theirs = keyFigures(other);
      if (theirs != null && theirs.number(figure).compareTo(own.number(figure)) > 0) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Row keyFigures(Worker worker) {
    List<Row> rows = worker.inputs.rows("kpis", worker.no);
    return rows.isEmpty() ? null : rows.getFirst();
  }

  private static int score(Worker worker) {
    int score = 80;
    for (Occurrence occurrence : worker.occurrences) {
      score += occurrence.points();
    }
    return Math.max(0, Math.min(110, score));
  }

  private static void rank(List<Worker> evaluated) {
    List<Worker> ranked = new ArrayList<>();
    for (Worker worker : evaluated) {
      if (!worker.monthRoster().isEmpty()) {
        ranked.add(worker);
      }
    }
    for (Worker worker : ranked) {
      int better = 0;
      int worse = 0;
      for (Worker other : ranked) {
        better += other.score > worker.score ? 1 : 0;
        worse += other.score < worker.score ? 1 : 0;
      }
      worker.rank = better + 1;
      worker.last = worse == 0 && ranked.size() > 1;
    }
  }

  static String grade(int score) {
    if (score > 90) {
      return "A";
    }
    if (score >= 80) {
      return "B";
    }
    if (score >= 70) {
      return "C";
    }
    if (score >= 65) {
      return "D";
    }
    return score >= 60 ? "E" : "-";
  }

  /** Last in this month and in the month before, below 70 in both (E5). */
  static boolean lastTwice(Worker worker) {
    if (!worker.last || worker.score >= 70) {
      return false;
    }
    YearMonth before = worker.month.minusMonths(1);
    Published.Mark mark = worker.earlier.marksOf(before).get(worker.no);
    if (mark != null) {
      return mark.last() && mark.score() < 70;
    }
    for (Row row : worker.inputs.rows("history", worker.no)) {
      if (row.text("month").equals(before.toString())) {
        return row.text("last").equals("Y")
            && row.number("score").compareTo(new BigDecimal(70)) < 0;
      }
    }
    return false;
  }
}
