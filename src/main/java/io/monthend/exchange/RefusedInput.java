package io.monthend.exchange;

import io.monthend.exchange.Row.Fault;
import java.util.List;

/**
 * An input of which nothing can be read.
 *
 * @param fileName the file at fault
 * @param reason why, and what to do
 */
record RefusedInput(String fileName, String reason) implements MonthInput {

  /** It stands in for the file that must be there. */
  @Override
  public boolean has(InputFile<?> file) {
    return file.name().equals(InputFiles.EMPLOYEES);
  }

  @Override
  public List<String> strangers(List<InputFile<?>> files) {
    return List.of();
  }

  @Override
  public long countRows(InputFile<?> file) {
    return 0;
  }

  @Override
  public void read(InputFile<?> file, Rejects rejects, RowSink sink) {
    reject(file, 0, new Fault("", "", reason), rejects);
  }

  @Override
  public void reject(InputFile<?> file, int row, Fault fault, Rejects rejects) {
    rejects.add(fileName, row, fault.column(), fault.value(), fault.reason());
  }
}
