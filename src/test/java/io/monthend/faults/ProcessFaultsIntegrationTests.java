package io.monthend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.faults.Wire.Moment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever happens to the application's process, the same command ends the same. */
class ProcessFaultsIntegrationTests {

  private static final Map<String, String> IMPATIENT =
      Map.of("monthend.database.silence-seconds", "5");
  private static final String PUBLISHED =
      "select count(*) from pay_month_event where event = 'published'";
  private static final int KILLED = 128 + 9;
  private static final int SOONEST_MILLIS = 300;
  private static final int LATEST_MILLIS = 6_000;

  private static Sufferer sufferer;

  @BeforeAll
  static void create() throws Exception {
    sufferer = Sufferer.create("fault-server");
  }

  @AfterAll
  static void leave() throws Exception {
    sufferer.close();
  }

  /**
   * Each process is killed in the first chunk it commits: first before the server knows of the
   * commit, then before the application does. So every boundary is met twice, and every process but
   * the first is one that recovers.
   */
  @Test
  void killedAtEveryChunkBoundary() throws Exception {
    String kind = "SIGKILL of the application, chunk boundary";
    int most = Extent.of(2, 3 * Sufferer.PEOPLE / 10);
    int kills = 0;
    boolean killed = true;
    while (killed && kills < most) {
      Moment moment = kills % 2 == 0 ? Moment.ASKED : Moment.DONE;
      AtomicReference<Process> process = new AtomicReference<>();
      sufferer.wire.breakBy(commit -> {
        if (commit.isOfChunk(1, moment)) {
          process.get().destroyForcibly().waitFor();
          sufferer.wire.reset();
        }
      });
      process.set(sufferer.start(Map.of("monthend.close.threads", "1")));
      int exitCode = Sufferer.exitCode(process.get());
      assertThat(exitCode).isIn(0, KILLED);
      killed = exitCode == KILLED;
      if (killed) {
        kills++;
        FaultTally.tried(kind);
      }
    }
    if (!killed) {
      sufferer.reopen();
    }
    sufferer.recover(kind, kills);
    assertThat(kills).isGreaterThanOrEqualTo(Extent.of(2, 2 * Sufferer.PEOPLE / 10));
  }

  @Test
  void killedAtRandomMomentsAlsoWhileRecovering() throws Exception {
    String kind = "SIGKILL of the application, random moment";
    Random random = new Random(7);
    int since = 0;
    int kills = 0;
    while (kills < Extent.of(2, 100)) {
      Process process = sufferer.start(Map.of());
      int millis = SOONEST_MILLIS + random.nextInt(LATEST_MILLIS);
      boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      if (ended) {
        sufferer.recover(kind, since);
        since = 0;
      } else {
        FaultTally.tried(kind);
        kills++;
        since++;
      }
    }
    sufferer.recover(kind, since);
  }

  @Test
  void ofTwoStartedAtTheSameTimeOneWinsAndTheOtherSaysSo() throws Exception {
    for (int round = 0; round < Extent.of(1, 10); round++) {
      String kind = "two closes at the same time";
      FaultTally.tried(kind);
      AtomicReference<Process> loser = new AtomicReference<>();
      Process one = sufferer.start(Map.of());
      Process other = sufferer.start(Map.of());
      sufferer.wire.breakBy(commit -> {
        if (commit.isOfChunk(1, Moment.ASKED)) {
          loser.set(firstToEnd(one, other));
        }
      });
      int codes = Sufferer.exitCode(one) + Sufferer.exitCode(other);
      assertThat(loser.get().exitValue()).isEqualTo(Sufferer.BUSY);
      assertThat(codes).as("the winner ends with 0").isEqualTo(Sufferer.BUSY);
      sufferer.recover(kind, 1);
    }
  }

  @Test
  void aProcessThatIsStoppedForLongerThanItsLockLastsWritesNothingWhenItWakes() throws Exception {
    String kind = "SIGSTOP of the application, another takes over";
    for (int round = 0; round < Extent.of(1, 5); round++) {
      FaultTally.tried(kind);
      long published = sufferer.installation.number(PUBLISHED);
      Path asleep = sufferer.installation.folder().resolve("asleep-" + round);
      CountDownLatch stopped = new CountDownLatch(1);
      AtomicReference<Process> sleeper = new AtomicReference<>();
      int chunk = 3 + 5 * round;
      sufferer.wire.breakBy(commit -> {
        if (commit.isOfChunk(chunk, Moment.ASKED)) {
          Sufferer.signal("STOP", Long.toString(sleeper.get().pid()));
          stopped.countDown();
        }
      });
      sleeper.set(sufferer.startInto(asleep, IMPATIENT));
      assertThat(stopped.await(Sufferer.BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(sufferer.close(Map.of()).exitCode()).isEqualTo(Sufferer.BUSY);
      sufferer.wire.breakBy(Wire.Fault.NONE);
      awaitClosed();
      Sufferer.signal("CONT", Long.toString(sleeper.get().pid()));

      assertThat(Sufferer.exitCode(sleeper.get())).isEqualTo(Sufferer.FAILED);
      assertThat(asleep.resolve("payslips.csv")).doesNotExist();
      assertThat(sufferer.installation.number(PUBLISHED)).isEqualTo(published + 1);
      sufferer.assertUndisturbed(sufferer.output);
      sufferer.reopen();
      sufferer.recover(kind, 1);
    }
  }

  @Test
  void aProcessWhoseDeathTheServerDoesNotNoticeLosesItsLock() throws Exception {
    String kind = "application gone, its connections left open";
    FaultTally.tried(kind);
    AtomicReference<Process> process = new AtomicReference<>();
    sufferer.wire.breakBy(commit -> {
      if (commit.isOfChunk(3, Moment.DONE)) {
        sufferer.wire.hideDeaths();
        process.get().destroyForcibly().waitFor();
      }
    });
    process.set(sufferer.start(IMPATIENT));
    Sufferer.exitCode(process.get());
    sufferer.wire.breakBy(Wire.Fault.NONE);
    assertThat(sufferer.close(Map.of()).exitCode()).isEqualTo(Sufferer.BUSY);
    awaitClosed();
    sufferer.assertUndisturbed(sufferer.output);
    sufferer.reopen();
    sufferer.recover(kind, 1);
  }

  /** The lock of a process that is not heard of ends by itself. */
  private static void awaitClosed() throws InterruptedException {
    long end = System.nanoTime() + Sufferer.BOUND.toNanos();
    int exitCode = Sufferer.BUSY;
    while (exitCode != 0 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(500);
      exitCode = sufferer.close(Map.of()).exitCode();
      assertThat(exitCode).isIn(0, Sufferer.FAILED, Sufferer.BUSY);
    }
    assertThat(exitCode).isZero();
  }

  private static Process firstToEnd(Process one, Process other) throws InterruptedException {
    while (one.isAlive() && other.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return one.isAlive() ? other : one;
  }
}
