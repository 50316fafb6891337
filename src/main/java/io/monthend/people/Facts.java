package io.monthend.people;

import io.monthend.database.BulkCopy;
import java.sql.SQLException;
import java.util.List;

/**
 * A table of facts about people, frozen for a run: how a row is written, what makes a set of rows
 * unacceptable, and how the same facts stand in the books.
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

  /** Reports every row that is wrong beside the others. */
  void check(FactCheck check);

  /** How these facts stand in the books. */
  BookTable books();
}
