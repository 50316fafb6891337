package io.monthend.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTests {

  @TempDir Path folder = Path.of("");

  @Test
  void cellsAreWrittenInTheFormsOfTheContract() throws IOException {
    try (CsvFile file = CsvFile.create(folder, "all.csv", "a,b,c,d,e,f")) {
      file.row("A")
          .words("王, \"小\"明")
          .date(Days.of(LocalDate.of(2028, 2, 29)))
          .time(Days.LATEST, 86_399)
          .decimal(120_050, 2)
          .letter('Y')
          .end();
      file.row("B").blank().date(Days.NONE).time(0, 0).decimal(1, 6).blank().end();
      assertThat(file.rows()).isEqualTo(2);
    }
    assertThat(Files.readString(folder.resolve("all.csv")))
        .isEqualTo(
            """
            a,b,c,d,e,f
            A,"王, ""小""明",2028-02-29,2199-12-31T23:59:59,1200.5,Y
            B,,,1970-01-01T00:00:00,0.000001,
            """);
  }

  @Test
  void rowsBeyondTheBufferAreKeptInOrder() throws IOException {
    int rows = 100_000;
    try (CsvFile file = CsvFile.create(folder, "long.csv", "n,m")) {
      for (int row = 0; row < rows; row++) {
        file.row(Integer.toString(row)).decimal(700, 2).end();
      }
    }
    assertThat(Files.readAllLines(folder.resolve("long.csv")))
        .hasSize(rows + 1)
        .startsWith("n,m", "0,7")
        .endsWith("99999,7");
  }
}
