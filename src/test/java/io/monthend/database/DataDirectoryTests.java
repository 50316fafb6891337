package io.monthend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Giving a directory away; the tests give it to whom it belongs already, for which nobody need be
 * root.
 */
class DataDirectoryTests {

  @TempDir private Path folder = Path.of("");
  private DataDirectory data = new DataDirectory(folder);

  @BeforeEach
  void openTheDirectory() throws IOException {
    data = DataDirectory.at(folder.resolve("data"));
  }

  @Test
  void aNewDirectoryCanBeGivenToTheServersAccount() throws IOException {
    data.open(data.startLock()).close();
    data.open(data.useLock()).close();

    give();

    assertThat(data.startLock()).exists();
  }

  @Test
  void theDemoBesideItDoesNotPreventThat() throws IOException {
    Path file = Files.createDirectories(data.root().resolve("demo")).resolve("README.md");
    Files.writeString(file, "the demo");

    give();

    assertThat(file).hasContent("the demo");
  }

  @Test
  void aDirectoryWithAnythingElseInItIsNotGivenAway() throws IOException {
    Files.writeString(data.root().resolve("notes.txt"), "mine");

    assertThatThrownBy(this::give)
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("already in use");
  }

  private void give() throws IOException {
    data.giveTo(DataDirectory.ownUid(), DataDirectory.unixNumber(data.root(), "gid"));
  }
}
