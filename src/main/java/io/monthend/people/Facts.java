package io.monthend.people;

import io.monthend.database.BulkCopy;
import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.RuleBook;
import java.sql.SQLException;
import java.util.List;

/**
 * A table of facts about people, frozen for a run: how a row is written, and what makes a set of
 * rows unacceptable.
 *
 * @param <T> one fact
 */
public interface Facts<T> {

  /** The columns every table of facts begins with. */
  List<String> KEY_COLUMNS = List.of("bucket", "row_no", "employee_no");

  /** The table. */
  String table();

  /** Its columns behind the key columns. */
  List<String> columns();

  /** Writes the values of one fact in the order of the columns. */
  void put(BulkCopy row, T fact) throws SQLException;

  /**
   * Looks at the facts while they are written; where it stays clear, the check is spared.
   *
   * @param roll the people of the same input, all of them known by now
   */
  default Screen<T> screen(Roll roll, PayMonth month, RuleBook rulebook) {
    return Screen.none();
  }

  /** Reports every row that is wrong beside the others. */
  void check(FactCheck check);
}
