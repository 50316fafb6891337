package io.monthend.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Section G: one method for each code, in the order of the slip. */
final class Pay {

  private final Worker worker;
  private final YearMonth month;
  private final BigDecimal salary;
  private final List<PayLine> slip = new ArrayList<>();

  private Pay(Worker worker) {
    this.worker = worker;
    this.month = worker.month;
    this.salary = worker.row.number("base_salary");
  }

  static List<PayLine> lines(Worker worker) {
    if (!worker.employed()) {
      return List.of();
    }
    Pay pay = new Pay(worker);
    PayLine base = pay.base();
    pay.slip.add(base);
    pay.append(pay.unpaidLeaves(base.amount()));
    pay.append(pay.absences());
    pay.append(pay.performance());
    pay.append(pay.rewards());
    pay.append(pay.bonus());
    pay.append(pay.fines());
    pay.append(pay.finesPaid());
    pay.append(pay.forfeiture());
    pay.append(pay.compensations());
    pay.append(pay.trainingFee());
    return pay.slip;
  }

  /** A line of 0.00 is not written. */
  private void append(List<PayLine> lines) {
    lines.sort(PayLine::compare);
    for (PayLine line : lines) {
      if (line.amount().signum() != 0) {
        slip.add(line);
      }
    }
  }

  private PayLine base() {
    int employedDays = 0;
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      LocalDate date = month.atDay(day);
      boolean before = date.isBefore(worker.row.date("hire_date"));
      boolean after = worker.row.has("last_day") && date.isAfter(worker.row.date("last_day"));
      employedDays += before || after ? 0 : 1;
    }
    return line(
        "BASE", month.atDay(1), share(employedDays, month.lengthOfMonth()), "G1", "employment");
  }

  /** Sorted first: the cap takes from the later lines. */
  private List<PayLine> unpaidLeaves(BigDecimal base) {
    List<PayLine> wanted = new ArrayList<>();
    for (Leave leave : worker.leaves) {
      if (leave.unpaid()) {
        BigDecimal cost = share(leave.halvesOn(worker.monthRoster()), 2 * standardDays());
        LocalDate from = leave.from().date();
        String rule = "G2+" + leave.clause();
        wanted.add(line("LEAVE_UNPAID", from, cost, rule, "leave:" + leave.no()));
      }
    }
    wanted.sort(PayLine::compare);
    List<PayLine> lines = new ArrayList<>();
    BigDecimal left = base;
    for (PayLine full : wanted) {
      BigDecimal taken = full.amount().min(left);
      left = left.subtract(taken);
      lines.add(line(full.code(), full.date(), taken.negate(), full.rule(), full.source()));
    }
    return lines;
  }

  private List<PayLine> absences() {
    List<PayLine> lines = new ArrayList<>();
    for (AttendanceDay day : worker.days) {
      lines.add(
          absence(day.shift().date(), day.absentHalves(), "B4", "roster:" + day.shift().date()));
    }
    for (Occurrence occurrence : worker.occurrences) {
      if (occurrence.isOffPostAbsence()) {
        lines.add(absence(occurrence.date(), 1, "B6", occurrence.source()));
      }
    }
    return lines;
  }

  private PayLine absence(LocalDate date, int halves, String clause, String source) {
    BigDecimal cost = share(2 * halves, 2 * standardDays());
    return line("ABSENCE", date, cost.negate(), "G3+" + clause, source);
  }

  private List<PayLine> performance() {
    YearMonth thirdMonth = YearMonth.from(worker.row.date("hire_date")).plusMonths(2);
    if (!worker.evaluated() || month.isBefore(thirdMonth)) {
      return new ArrayList<>();
    }
    int amount = Math.max(-300, Math.min(300, (worker.score - 80) * 10));
    return one("PERFORMANCE", new BigDecimal(amount), "G4", "score:" + worker.score);
  }

  private List<PayLine> rewards() {
    List<PayLine> lines = new ArrayList<>();
    for (Occurrence found : worker.occurrences) {
      if (found.isPayReward()) {
        String rule = "G5+D:" + found.code();
        lines.add(line("REWARD", found.date(), found.money(), rule, found.source()));
      }
    }
    return lines;
  }

  private List<PayLine> bonus() {
    if (!getsBonus(worker)) {
      return new ArrayList<>();
    }
    BigDecimal set = bonusSet(worker);
    return set == null
        ? one("BONUS", new BigDecimal("300"), "G6", "minimum")
        : one("BONUS", set, "G6", "bonus");
  }

  static boolean getsBonus(Worker worker) {
    String position = worker.row.text("position");
    return position.equals("MANAGER") || position.equals("ASSISTANT");
  }

  static @Nullable BigDecimal bonusSet(Worker worker) {
    List<Row> rows = worker.inputs.rows("bonuses", worker.no);
    return rows.isEmpty() ? null : rows.getFirst().number("amount");
  }

  private List<PayLine> fines() {
    List<PayLine> lines = new ArrayList<>();
    for (Occurrence found : worker.occurrences) {
      if (found.isFine()) {
        String rule = "G9+D:" + found.code();
        lines.add(line("FINE", found.date(), found.money(), rule, found.source()));
      }
    }
    for (Shift shift : worker.monthRoster()) {
      Leave carrier = leaveFinedOn(worker, shift);
      if (carrier != null) {
        String source = "leave:" + carrier.no() + "@" + shift.date();
        String rule = "G9+" + carrier.clause();
        lines.add(line("FINE", shift.date(), new BigDecimal("-30"), rule, source));
      }
    }
    return lines;
  }

  /** Once a date: of the leaves with a fine, the one that begins first carries it (C3). */
  private static @Nullable Leave leaveFinedOn(Worker worker, Shift shift) {
    Leave carrier = null;
    for (Leave leave : worker.leaves) {
      boolean touches = leave.halvesOn(shift) > 0 && leave.fined(worker.roster);
      if (touches && (carrier == null || leave.from().isBefore(carrier.from()))) {
        carrier = leave;
      }
    }
    return carrier;
  }

  private List<PayLine> finesPaid() {
    List<PayLine> lines = new ArrayList<>();
    for (Payment payment : payments(worker)) {
      BigDecimal counted = payment.amount().min(finesOf(payment));
      lines.add(line("FINE_PAID", payment.date(), counted, "G10", payment.source()));
    }
    return lines;
  }

  /** What is more than the fines of that date and code. */
  static List<String> unmatchedPayments(Worker worker) {
    Pay pay = new Pay(worker);
    pay.slip.addAll(worker.payLines);
    List<String> sources = new ArrayList<>();
    for (Payment payment : payments(worker)) {
      if (payment.amount().compareTo(pay.finesOf(payment)) > 0) {
        sources.add(payment.source());
      }
    }
    return sources;
  }

  /** All that was paid in cash for one date and code. */
  private record Payment(LocalDate date, String code, BigDecimal amount, String source) {}

  private static List<Payment> payments(Worker worker) {
    Map<String, Payment> sums = new TreeMap<>();
    for (Row row : worker.inputs.rows("fine_payments", worker.no)) {
      if (row.dateLiesIn(worker.month)) {
        String source = "payment:" + row.date("date") + ":" + row.text("code");
        Payment one = new Payment(row.date("date"), row.text("code"), row.number("amount"), source);
        sums.merge(
            source,
            one,
            (a, b) -> new Payment(a.date(), a.code(), a.amount().add(b.amount()), source));
      }
    }
    return new ArrayList<>(sums.values());
  }

  private BigDecimal finesOf(Payment payment) {
    BigDecimal sum = BigDecimal.ZERO;
    for (PayLine line : slip) {
      boolean leaveFine = line.source().startsWith("leave:");
      String code = leaveFine ? "PERSONAL" : line.rule().replace("G9+D:", "");
      boolean same = line.date().equals(payment.date()) && code.equals(payment.code());
      if (line.code().equals("FINE") && same) {
        sum = sum.subtract(line.amount());
      }
    }
    return sum;
  }

  private List<PayLine> forfeiture() {
    String causes = Leaving.forfeitedBy(worker);
    BigDecimal sum = BigDecimal.ZERO;
    for (PayLine line : slip) {
      sum = sum.add(line.amount());
    }
    return causes.isEmpty()
        ? new ArrayList<>()
        : one("FORFEITURE", sum.negate(), "G7+" + causes, "month");
  }

  private List<PayLine> compensations() {
    List<PayLine> lines = new ArrayList<>();
    for (Occurrence found : worker.occurrences) {
      String rule = "G12+D:" + found.code();
      BigDecimal owed = found.damage().negate();
      lines.add(line("COMPENSATION", found.date(), owed, rule, found.source()));
    }
    return lines;
  }

  private List<PayLine> trainingFee() {
    return Leaving.inProbation(worker)
        ? one("TRAINING_FEE", share(1, 2).negate(), "G8+F3", Leaving.noticeSource(worker))
        : new ArrayList<>();
  }

  private int standardDays() {
    int days = 0;
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      days += month.atDay(day).getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : 1;
    }
    return days;
  }

  /** Salary × part ÷ whole; the only division, so the only rounding. */
  private BigDecimal share(int part, int whole) {
    return salary
        .multiply(new BigDecimal(part))
        .divide(new BigDecimal(whole), 2, RoundingMode.HALF_UP);
  }

  private List<PayLine> one(String code, BigDecimal amount, String rule, String source) {
    List<PayLine> lines = new ArrayList<>();
    lines.add(line(code, month.atDay(1), amount, rule, source));
    return lines;
  }

  private static PayLine line(
      String code, LocalDate date, BigDecimal amount, String rule, String source) {
    return new PayLine(code, date, amount, rule, source);
  }
}
