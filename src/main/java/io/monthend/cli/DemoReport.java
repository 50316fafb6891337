package io.monthend.cli;

import io.monthend.exchange.FolderClose.Ending;
import io.monthend.exchange.FolderClose.Outcome;
import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.EvaluationPolicy;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the demo says to somebody who sees Monthend for the first time. */
final class DemoReport {

  private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[\\w./+-]+");

  private final PrintWriter out;
  private final DemoFiles files;
  private final Path data;

  DemoReport(PrintWriter out, DemoFiles files, Path data) {
    this.out = out;
    this.files = files;
    this.data = data;
  }

  void welcome() {
    out.printf(
        """
        Three months of a customer-service centre that does not exist, closed one after another,
        on a PostgreSQL of its own in %s.
        """,
        data);
    out.println();
    out.flush();
  }

  void changed(Path file) {
    out.printf("Left as you changed it: %s%n", file);
  }

  void closed(PayMonth month, Outcome outcome, long nanos) {
    String how =
        outcome.ending() == Ending.CLOSED
            ? String.format(Locale.ROOT, "closed in %.1f s", nanos / 1e9)
            : "was closed before with the very same input; nothing changed";
    out.printf("  %s %s%n", month, how);
    out.flush();
  }

  void results(List<DemoMonth> months, EvaluationPolicy policy) {
    table(months, policy);
    PayMonth last = months.getLast().month();
    whereToLook(last);
    whatToTry(months.getFirst().month(), last);
    out.flush();
  }

  private void table(List<DemoMonth> months, EvaluationPolicy policy) {
    List<String> grades =
        Stream.concat(
                policy.grades().stream().map(EvaluationPolicy.Grade::grade),
                Stream.of(policy.noGrade()))
            .toList();
    out.printf("%n  %-8s%7s  %10s ", "month", "people", "to look at");
    grades.forEach(grade -> out.printf("%4s", grade));
    out.printf("%7s%14s  %s%n", "none", "net pay", "digest");
    for (DemoMonth month : months) {
      out.printf(
          "  %-8s%7d  %10d ",
          month.month(), month.outcome().people(), month.outcome().exceptions());
      grades.forEach(grade -> out.printf("%4d", month.count(grade)));
      out.printf(
          Locale.ROOT,
          "%7d%,14.2f  %s…%n",
          month.count(""),
          month.net().toBigDecimal(),
          month.digest());
    }
    out.printf("  (%s: evaluated, but below every grade; none: not evaluated)%n", policy.noGrade());
  }

  private void whereToLook(PayMonth last) {
    out.printf("%nWhere to look%n%n");
    look(files.stories().toString(), "who is who: 25 people, what happens to them, by which rules");
    look(files.ruleBook().toString(), "the rule book: every number of policy");
    look(files.input(last) + "/", "what went in: employees, roster, punches, leaves …");
    look(files.output(last) + "/", "what came out:");
    look("  payslips.csv", "score, grade, rank and net pay of each person");
    look("  payslip_lines.csv", "every amount, with its rule and its source");
    look("  evaluation_lines.csv", "every point");
    look("  attendance.csv", "what the punches made of each rostered shift");
    look("  exceptions.csv", "what a person should look at");
    look("  month.xlsx", "all of these as sheets, with charts, to read and to send on");
    look("  summary.json", "the totals and the digest");
  }

  private void look(String path, String what) {
    out.printf("  %-34s %s%n", path, what);
  }

  private void whatToTry(PayMonth first, PayMonth last) {
    out.printf("%nWhat to try next%n");
    if (Installation.isConfigured()) {
      step(
          "A database is configured here. The demo leaves it alone; for the rest, forget it first:");
      command("unset SPRING_DATASOURCE_URL");
    }
    step("Ask why: pay lost over a third personal call, a leaver who owes money, 110 points.");
    command(explain("2026-10", "E017"));
    command(explain("2026-09", "E024"));
    command(explain("2026-10", "E009"));
    repeatAndChange(last);
    otherNumbers(first);
    thousandPeople(last);
    step("Start over.");
    command("./monthend demo --fresh" + options());
  }

  private void repeatAndChange(PayMonth month) {
    Path changed = files.folder().resolve("changed");
    Path output = files.folder().resolve("changed-output");
    step("Close a month again: it is closed already, and stays as it is.");
    command(close(month, files.input(month), files.output(month), data));
    step("Change a file and close: refused with exit code 4.");
    command(
        "mkdir -p %s && cp %s/*.csv %s"
            .formatted(shell(changed), shell(files.input(month)), shell(changed)));
    command("echo 'E018,2026-10-28,100' >> " + shell(changed.resolve("exams.csv")));
    command(close(month, changed, output, data));
    step("Undo the close, and take the change over with the same command.");
    command(
        "./monthend reopen --month %s --reason 'An exam came in late' --data-dir %s"
            .formatted(month, shell(data)));
    command(close(month, changed, output, data));
  }

  private void otherNumbers(PayMonth month) {
    Path ruleBook = files.folder().resolve("my-rulebook.yaml");
    Path output = files.folder().resolve("my-output");
    step(
        "Change a number of the rule book, here the fine for a day of personal leave, and compare.");
    command(
        "sed 's/fine: {cny: 30,/fine: {cny: 45,/' %s > %s"
            .formatted(shell(files.ruleBook()), shell(ruleBook)));
    command(
        close(month, files.input(month), output, files.folder().resolve("my-data"))
            + " --rulebook "
            + shell(ruleBook));
    command(
        "diff %s %s"
            .formatted(
                shell(files.output(month).resolve("payslip_lines.csv")),
                shell(output.resolve("payslip_lines.csv"))));
  }

  private void thousandPeople(PayMonth month) {
    Path input = files.folder().resolve("thousand");
    step("Close a company of 1,000.");
    command(
        "./monthend generate --employees 1000 --month %s --seed 1 --output %s"
            .formatted(month, shell(input)));
    command(
        close(
            month,
            input,
            files.folder().resolve("thousand-output"),
            files.folder().resolve("thousand-data")));
  }

  private String explain(String month, String employee) {
    return "./monthend explain --month %s --employee %s --data-dir %s"
        .formatted(month, employee, shell(data));
  }

  private static String close(PayMonth month, Path input, Path output, Path data) {
    return "./monthend close --month %s --input %s --output %s --data-dir %s"
        .formatted(month, shell(input), shell(output), shell(data));
  }

  private String options() {
    String own = " --folder " + shell(files.folder()) + " --data-dir " + shell(data);
    return files.folder().equals(Path.of(".monthend/demo"))
            && data.equals(files.folder().resolve("data"))
        ? ""
        : own;
  }

  private void step(String text) {
    out.printf("%n  %s%n", text);
  }

  private void command(String text) {
    out.printf("    %s%n", text);
  }

  /** A path as a shell reads it. */
  private static String shell(Path path) {
    String text = path.toString();
    return NEEDS_NO_QUOTES.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
