package io.monthend.closing;

import io.monthend.kernel.PayMonth;
import io.monthend.people.Bucket;
import io.monthend.rulebook.RuleBook;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the people of a bucket who are still to be settled. It keeps no position: after a crash
 * those who have a settlement are simply not read again.
 */
final class SettlementReader implements ItemStreamReader<Based<PersonMonth>> {

  private final PersonMonths months;
  private final Bucket bucket;
  private final PayMonth month;
  private final RuleBook rulebook;
  private final Basis basis;
  private PersonMonths.@Nullable Merged people;

  SettlementReader(
      PersonMonths months, Bucket bucket, PayMonth month, RuleBook rulebook, Basis basis) {
    this.months = months;
    this.bucket = bucket;
    this.month = month;
    this.rulebook = rulebook;
    this.basis = basis;
  }

  @Override
  public void open(ExecutionContext context) {
    try {
      people = months.unsettled(bucket, month, rulebook, basis);
    } catch (SQLException e) {
      throw new ItemStreamException("Bucket " + bucket.no() + " cannot be read", e);
    }
  }

  @Override
  public @Nullable Based<PersonMonth> read() throws SQLException {
    return people == null ? null : people.next();
  }

  @Override
  public void close() {
    try {
      if (people != null) {
        people.close();
        people = null;
      }
    } catch (SQLException e) {
      throw new ItemStreamException("Bucket " + bucket.no() + " cannot be closed", e);
    }
  }
}
