package io.monthend.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTests {

  private ServerLog log;
  private Path today;
  private Path lastWeek;

  @BeforeEach
  void makeLog(@TempDir Path directory) throws IOException {
    DataDirectory data = DataDirectory.at(directory);
    log = new ServerLog(data);
    Files.createDirectories(data.log());
    today = Files.writeString(data.log().resolve("server-Mon.log"), "up\n");
    lastWeek = Files.writeString(data.log().resolve("server-Tue.log"), "long ago\n");
    Instant sixDaysAgo = Instant.now().minus(Duration.ofDays(6)).minusSeconds(1);
    Files.setLastModifiedTime(lastWeek, FileTime.from(sixDaysAgo));
  }

  @Test
  void aStartForgetsLastWeekAndKeepsToday() throws IOException {
    log.prune();
    assertThat(lastWeek).doesNotExist();
    assertThat(today).hasContent("up");
    assertThat(log.firstWords()).isEmptyFile();
  }

  @Test
  void aStartForgetsADayThatGrewTooLong() throws IOException {
    byte[] tenMebibytes = new byte[10 << 20];
    Files.write(today, tenMebibytes);
    log.prune();
    assertThat(today).exists();

    Files.write(today, new byte[tenMebibytes.length + 1]);
    log.prune();
    assertThat(today).doesNotExist();
  }

  @Test
  void onlyWhatAStartAddedIsItsReason() throws IOException {
    var before = log.sizes();
    Files.writeString(today, "up\ndown\n");
    Files.writeString(log.firstWords(), "no such port\n");
    assertThat(log.since(before)).isEqualTo("down\nno such port");
  }
}
