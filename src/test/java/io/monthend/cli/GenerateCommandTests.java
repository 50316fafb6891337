package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class GenerateCommandTests {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder = Path.of("");

  @Test
  void oneMonthIsWrittenToTheFolderItself() {
    Path output = folder.resolve("new/one");
    assertThat(generate("--employees=20 --month=2026-10 --seed=1", output)).isZero();
    assertThat(output.resolve("employees.csv")).isRegularFile();
    assertThat(out.toString())
        .containsPattern("employees.csv +20\n")
        .containsPattern("all rows +[0-9]+\n")
        .containsPattern("Wrote .* in [0-9.]+ s, [0-9]+ rows a second");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void severalMonthsAreWrittenToFoldersNamedAfterThem() {
    assertThat(generate("--employees=20 --month=2026-12 --seed=1 --months=3", folder)).isZero();
    assertThat(folder.resolve("2026-12/history.csv")).isRegularFile();
    assertThat(folder.resolve("2027-01/punches.csv")).isRegularFile();
    assertThat(folder.resolve("2027-02/punches.csv")).isRegularFile();
    assertThat(folder.resolve("2027-02/history.csv")).doesNotExist();
    assertThat(out.toString()).containsPattern("employees.csv +60\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --employees=0 --month=2026-10 --seed=1             | --employees is 1 to 2000000, not 0
          --employees=2000001 --month=2026-10 --seed=1       | --employees is 1 to 2000000, not 2000001
          --employees=many --month=2026-10 --seed=1          | Invalid value for option '--employees'
          --employees=1 --month=2026-13 --seed=1             | '2026-13' is not a month; write it like 2026-10
          --employees=1 --month=2026-1 --seed=1              | '2026-1' is not a month
          --employees=1 --month=1969-12 --seed=1             | --month lies from 1970-01 to 2199-12, not at 1969-12
          --employees=1 --month=2200-01 --seed=1             | --month lies from 1970-01 to 2199-12, not at 2200-01
          --employees=1 --month=2026-10 --seed=1 --months=0  | --months is 1 to 60, not 0
          --employees=1 --month=2026-10 --seed=1 --months=61 | --months is 1 to 60, not 61
          --employees=1 --month=2199-11 --seed=1 --months=3  | The last of 3 months would be 2200-01
          --employees=1 --month=2026-10 --seed=x             | Invalid value for option '--seed'
          --employees=1 --month=2026-10                      | Missing required option: '--seed=S'
          """)
  void wrongUsageSaysWhatIsWrongAndWritesNothing(String arguments, String message) {
    Path output = folder.resolve("new");
    assertThat(generate(arguments, output)).isEqualTo(2);
    assertThat(err.toString()).contains(message);
    assertThat(output).doesNotExist();
  }

  @Test
  void aFolderWithFilesIsWrittenToOnlyByForce() throws IOException {
    Path other = Files.writeString(folder.resolve("notes.txt"), "mine");
    String arguments = "--employees=5 --month=2026-10 --seed=1";
    assertThat(generate(arguments, folder)).isEqualTo(2);
    assertThat(err.toString()).contains("is not empty", "--force");
    assertThat(folder.resolve("employees.csv")).doesNotExist();
    assertThat(generate(arguments + " --force", folder)).isZero();
    assertThat(folder.resolve("employees.csv")).isRegularFile();
    assertThat(other).hasContent("mine");
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(generate("--employees=5 --month=2026-10 --seed=1 --force", file)).isEqualTo(2);
    assertThat(err.toString()).contains("is not a folder");
  }

  @Test
  void aFolderThatCannotBeMadeIsAFailureNotAWrongUsage() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(generate("--employees=5 --month=2026-10 --seed=1", file.resolve("below")))
        .isEqualTo(1);
    assertThat(err.toString()).contains("Could not write to");
  }

  private int generate(String arguments, Path output) {
    CommandLine command = new CommandLine(new GenerateCommand());
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    String[] words = (arguments + " --output").split(" ", -1);
    String[] all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = output.toString();
    return command.execute(all);
  }
}
