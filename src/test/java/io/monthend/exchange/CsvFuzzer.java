package io.monthend.exchange;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;

/** Jazzer's way to the reader of CSV files; see src/docs/fuzzing.md. */
public final class CsvFuzzer {

  private static final ReaderTrial TRIAL = new ReaderTrial();

  private CsvFuzzer() {}

  /** The first byte chooses the kind of file, the others are the file. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException, SQLException {
    if (data.length > 0) {
      TRIAL.csv(ReaderTrial.file(data[0]), Arrays.copyOfRange(data, 1, data.length));
    }
  }
}
