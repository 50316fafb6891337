package io.monthend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation.Result;
import io.monthend.faults.Wire.Commit;
import io.monthend.faults.Wire.Moment;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever happens to the database or on the way to it, the same command ends the same. */
class ConnectionFaultsIntegrationTests {

  /** Gives a server up that takes no connections, after less than the usual half minute. */
  private static final Map<String, String> HASTY =
      Map.of("spring.datasource.hikari.connection-timeout", "500");

  private static final Map<String, String> IMPATIENT =
      Map.of(
          "monthend.database.silence-seconds",
          "2",
          "spring.datasource.hikari.connection-timeout",
          "500");

  private static Sufferer sufferer;

  @BeforeAll
  static void create() throws Exception {
    sufferer = Sufferer.create("fault-server");
  }

  @AfterAll
  static void leave() throws Exception {
    sufferer.close();
  }

  /** What happens at a commit. */
  @FunctionalInterface
  private interface Blow {
    void strike() throws IOException, SQLException, InterruptedException;
  }

  @Test
  void connectionsThatAreResetDuringACommit() throws Exception {
    for (Moment moment : Moment.values()) {
      for (int chunk : chunks()) {
        suffer("connection reset, commit " + moment, chunk, moment, sufferer.wire::reset, Map.of());
      }
    }
  }

  @Test
  void connectionsThatAreResetDuringAnyOtherCommit() throws Exception {
    for (Moment moment : Moment.values()) {
      for (int no = 1; no <= Extent.of(2, 30); no++) {
        String kind = "connection reset, other commit " + moment;
        FaultTally.tried(kind);
        int which = no;
        sufferer.wire.breakBy(commit -> {
          if (commit.no() == which && commit.moment() == moment) {
            sufferer.wire.reset();
          }
        });
        sufferer.close(Map.of());
        sufferer.recover(kind, 1);
      }
    }
  }

  @Test
  void sessionsThatAreTerminatedDuringACommit() throws Exception {
    for (Moment moment : Moment.values()) {
      for (int chunk : chunks()) {
        suffer(
            "pg_terminate_backend, commit " + moment,
            chunk,
            moment,
            sufferer::terminateBackends,
            Map.of());
      }
    }
  }

  @Test
  void aConnectionThatStallsEndsInABoundedTime() throws Exception {
    for (Moment moment : Moment.values()) {
      assertEndsInTime("stall, commit " + moment, moment, sufferer.wire::stall);
    }
  }

  @Test
  void aConnectionWhoseOtherSideIsGoneEndsInABoundedTime() throws Exception {
    for (Moment moment : Moment.values()) {
      assertEndsInTime("half-open, commit " + moment, moment, sufferer.wire::halfOpen);
    }
  }

  @Test
  void aServerThatIsKilled() throws Exception {
    for (String signal : List.of("KILL", "QUIT")) {
      for (Moment moment : Moment.values()) {
        for (int chunk : chunks()) {
          String kind = "PostgreSQL ended by SIG" + signal + ", commit " + moment;
          FaultTally.tried(kind);
          breakAt(chunk, moment, () -> sufferer.signalServer(signal));
          assertThat(sufferer.close(HASTY).exitCode()).isIn(0, Sufferer.FAILED);
          sufferer.reviveServer();
          sufferer.recover(kind, 1);
        }
      }
    }
  }

  @Test
  void aServerWithoutAConnectionLeft() throws Exception {
    String kind = "out of connections, at the start";
    FaultTally.tried(kind);
    List<Connection> taken = takeAllConnections();
    Result result = sufferer.close(HASTY);
    assertThat(result.exitCode()).isEqualTo(Sufferer.FAILED);
    assertThat(result.err()).contains("too many clients");
    free(taken);
    sufferer.recover(kind, 1);
  }

  @Test
  void aServerThatRunsOutOfConnections() throws Exception {
    String kind = "out of connections, half way";
    FaultTally.tried(kind);
    List<Connection> taken = new ArrayList<>();
    breakAt(
        2,
        Moment.ASKED,
        () -> {
          taken.addAll(takeAllConnections());
          sufferer.wire.reset();
        });
    Result result = sufferer.close(HASTY);
    assertThat(result.exitCode()).isEqualTo(Sufferer.FAILED);
    free(taken);
    sufferer.recover(kind, 1);
  }

  private static int[] chunks() {
    int[] all = {20, 1, 2, 5, 10, 30, 40, 49, 50};
    return Arrays.copyOf(all, Extent.of(1, all.length));
  }

  /** Who has been told of the commit may even get on with other connections. */
  private static void suffer(
      String kind, int chunk, Moment moment, Blow blow, Map<String, String> settings)
      throws Exception {
    FaultTally.tried(kind);
    breakAt(chunk, moment, blow);
    Result result = sufferer.close(settings);
    assertThat(result.exitCode())
        .as(result.out() + result.err())
        .isIn(moment == Moment.ASKED ? List.of(Sufferer.FAILED) : List.of(0, Sufferer.FAILED));
    if (result.exitCode() == Sufferer.FAILED) {
      assertThat(result.err()).contains("the same command goes on");
    }
    sufferer.recover(kind, 1);
  }

  private static void assertEndsInTime(String kind, Moment moment, Blow blow) throws Exception {
    long begun = System.nanoTime();
    suffer(kind, 5, moment, blow, IMPATIENT);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Sufferer.BOUND);
  }

  private static void breakAt(int chunk, Moment moment, Blow blow) {
    sufferer.wire.breakBy((Commit commit) -> {
      if (commit.isOfChunk(chunk, moment)) {
        blow.strike();
      }
    });
  }

  private static List<Connection> takeAllConnections() {
    List<Connection> taken = new ArrayList<>();
    try {
      while (true) {
        taken.add(sufferer.installation.connect());
      }
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isEqualTo("53300");
      return taken;
    }
  }

  private static void free(List<Connection> taken) throws SQLException {
    for (Connection connection : taken) {
      connection.close();
    }
  }
}
