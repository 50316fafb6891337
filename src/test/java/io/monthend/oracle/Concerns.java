package io.monthend.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Everything a person should look at: rows of kind and source for one employee. */
final class Concerns {

  private Concerns() {}

  record Concern(String kind, String source) {}

  static List<Concern> of(Worker worker) {
    List<Concern> found = new ArrayList<>();
    worker.unrostered.forEach(
        at -> found.add(new Concern("UNROSTERED_PUNCH", "punch:" + Sheets.time(at))));
    for (String source : Pay.unmatchedPayments(worker)) {
      found.add(new Concern("UNMATCHED_PAYMENT", source));
    }
    if (worker.employed()) {
      addMissingPunches(worker, found);
      reviews(worker).forEach(reason -> found.add(new Concern("DISMISSAL_REVIEW", reason)));
      addPayConcerns(worker, found);
    }
    found.sort(Concerns::compare);
    return found;
  }

  private static int compare(Concern a, Concern b) {
    int byKind = Text.compare(a.kind(), b.kind());
    return byKind != 0 ? byKind : Text.compare(a.source(), b.source());
  }

  private static void addMissingPunches(Worker worker, List<Concern> found) {
    for (AttendanceDay day : worker.days) {
      if (!day.missing().isEmpty()) {
        found.add(new Concern("MISSING_PUNCH", "roster:" + day.shift().date()));
      }
    }
  }

  /** One per reason, however often it occurred. */
  private static Set<String> reviews(Worker worker) {
    Set<String> reasons = new TreeSet<>();
    for (Occurrence occurrence : worker.occurrences) {
      if (occurrence.review()) {
        reasons.add(occurrence.code());
      }
    }
    if (worker.absentHalves() > 4) {
      reasons.add("ABSENT_OVER_2_DAYS");
    }
    if (worker.evaluated() && worker.score < 60) {
      reasons.add("SCORE_BELOW_60");
    }
    if (worker.evaluated() && Evaluation.lastTwice(worker)) {
      reasons.add("LAST_TWO_MONTHS");
    }
    return reasons;
  }

  private static void addPayConcerns(Worker worker, List<Concern> found) {
    String forfeited = Leaving.forfeitedBy(worker);
    if (!forfeited.isEmpty()) {
      found.add(new Concern("PAY_FORFEITED", forfeited));
    }
    if (Pay.getsBonus(worker) && Pay.bonusSet(worker) == null) {
      found.add(new Concern("BONUS_NOT_SET", ""));
    }
    if (net(worker).signum() < 0) {
      found.add(new Concern("NEGATIVE_NET", ""));
    }
    if (deductions(worker).compareTo(gross(worker).multiply(new BigDecimal("0.20"))) > 0) {
      found.add(new Concern("DEDUCTION_OVER_LIMIT", ""));
    }
  }

  static BigDecimal net(Worker worker) {
    BigDecimal net = BigDecimal.ZERO;
    for (PayLine line : worker.payLines) {
      net = net.add(line.amount());
    }
    return net;
  }

  private static BigDecimal gross(Worker worker) {
    BigDecimal gross = BigDecimal.ZERO;
    for (PayLine line : worker.payLines) {
      if (line.code().equals("LEAVE_UNPAID") || (isPositive(line) && !givesBack(line))) {
        gross = gross.add(line.amount());
      }
    }
    return gross;
  }

  private static BigDecimal deductions(Worker worker) {
    BigDecimal deductions = BigDecimal.ZERO;
    for (PayLine line : worker.payLines) {
      boolean negative = !isPositive(line) && !line.code().equals("LEAVE_UNPAID");
      if (negative || givesBack(line)) {
        deductions = deductions.subtract(line.amount());
      }
    }
    return deductions;
  }

  private static boolean isPositive(PayLine line) {
    return line.amount().signum() > 0;
  }

  private static boolean givesBack(PayLine line) {
    boolean undone = line.code().equals("FINE_PAID") || line.code().equals("FORFEITURE");
    return undone && isPositive(line);
  }
}
