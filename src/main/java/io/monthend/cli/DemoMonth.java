package io.monthend.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.monthend.exchange.FolderClose.Outcome;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A closed month of the demo in a few figures.
 *
 * @param grades how many people have each; the empty text stands for those who are not evaluated
 * @param net the sum of all pay slips
 */
record DemoMonth(PayMonth month, Outcome outcome, Map<String, Integer> grades, Money net) {

  private static final int DIGITS = 12;

  DemoMonth {
    grades = Map.copyOf(grades);
  }

  /** Counts in the pay slips a close has written. */
  static DemoMonth of(PayMonth month, Outcome outcome, Path output) throws IOException {
    Map<String, Integer> grades = new TreeMap<>();
    Money net = Money.ZERO;
    try (CsvReader<NamedCsvRecord> payslips =
        CsvReader.builder().ofNamedCsvRecord(output.resolve("payslips.csv"))) {
      for (NamedCsvRecord payslip : payslips) {
        grades.merge(payslip.getField("grade"), 1, Integer::sum);
        net = net.plus(Money.of(payslip.getField("net")));
      }
    }
    return new DemoMonth(month, outcome, grades, net);
  }

  int count(String grade) {
    return grades.getOrDefault(grade, 0);
  }

  /** Enough of the digest to compare two by eye. */
  String digest() {
    String digest = String.valueOf(outcome.digest());
    return digest.substring(0, Math.min(DIGITS, digest.length()));
  }
}
