package io.monthend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.monthend.cli.OwnInstallation;
import io.monthend.cli.TestInstallation.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Another machine, a clock that jumps, a disk that is full: the digest is the same. */
class MachineFaultsIntegrationTests {

  private static final int KIB = 1 << 10;
  private static final int DISK_MIB = 500;
  private static final String CLOCK = "FAKETIME_TIMESTAMP_FILE";

  private static Sufferer sufferer;

  @BeforeAll
  static void create() throws Exception {
    sufferer = Sufferer.create("fault-server");
  }

  @AfterAll
  static void leave() throws Exception {
    sufferer.close();
  }

  @Test
  void anotherZoneLocaleAndCharset() throws Exception {
    String kind = "other zone, locale and charset";
    List<List<String>> machines =
        List.of(
            List.of("-Duser.language=tr", "-Dfile.encoding=GBK", "-Duser.timezone=Pacific/Apia"),
            List.of("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=America/St_Johns"),
            List.of("-Duser.language=th", "-Dfile.encoding=US-ASCII", "-XX:ActiveProcessorCount=1"),
            List.of("-Duser.language=fa", "-Dfile.encoding=UTF-16", "-XX:ActiveProcessorCount=7"));
    for (List<String> machine : machines.subList(0, Extent.of(1, machines.size()))) {
      FaultTally.tried(kind);
      Process process = sufferer.start(Map.of(), machine, Map.of(), sufferer.output);
      assertThat(Sufferer.exitCode(process)).as("%s", machine).isZero();
      sufferer.assertUndisturbed(sufferer.output);
      FaultTally.survived(kind, 1);
      sufferer.reopen();
    }
  }

  @Test
  void aClockThatJumps() throws Exception {
    Path library = fakeClock();
    String kind = "clock that jumps";
    Path clock = sufferer.installation.folder().resolve("clock");
    List<String> jumps = List.of("+3y", "-20y", "+100d", "-1h");
    for (int round = 0; round < Extent.of(1, 5); round++) {
      FaultTally.tried(kind);
      Files.writeString(clock, "+0");
      Process process =
          sufferer.start(
              Map.of(
                  "LD_PRELOAD",
                  library.toString(),
                  CLOCK,
                  clock.toString(),
                  "FAKETIME_CACHE_DURATION",
                  "1",
                  "FAKETIME_DONT_FAKE_MONOTONIC",
                  "1"),
              List.of("-XX:TieredStopAtLevel=1"), // what fakes the clock makes a JVM slow
              Map.of(),
              sufferer.output);
      for (int jump = round; process.isAlive(); jump++) {
        Files.writeString(clock, jumps.get(jump % jumps.size()));
        process.waitFor(200, TimeUnit.MILLISECONDS);
      }
      assertThat(Sufferer.exitCode(process)).isZero();
      sufferer.assertUndisturbed(sufferer.output);
      FaultTally.survived(kind, 1);
      sufferer.reopen();
    }
  }

  /** A database of our own on a small disk, on which ever less is free. */
  @Test
  void aDiskThatIsFull() throws Exception {
    SmallDisk disk = SmallDisk.mount();
    try {
      Path input = disk.elsewhere("input");
      Sufferer.writeCompany(input);
      try (OwnInstallation own = OwnInstallation.create()) {
        assertThat(close(own, disk, input, own.path("first")).exitCode()).isZero();
        for (int freeKib : freeRoom()) {
          reopen(own, disk);
          sufferFullDisk(own, disk, input, freeKib);
        }
      }
    } finally {
      disk.unmount();
    }
  }

  private static List<Integer> freeRoom() {
    List<Integer> all =
        List.of(1_000, 8_000, 100, 2_000, 4_000, 6_000, 10_000, 12_000, 16_000, 20_000, 24_000);
    return all.subList(0, Extent.of(2, all.size()));
  }

  private static void sufferFullDisk(OwnInstallation own, SmallDisk disk, Path input, int freeKib)
      throws IOException, InterruptedException {
    disk.fillUpTo(freeKib);
    Result full = close(own, disk, input, own.path("full-" + freeKib));
    disk.empty();
    Path output = own.path("after-" + freeKib);
    Result after = close(own, disk, input, output);

    assertThat(full.exitCode()).as(full.out() + full.err()).isIn(0, Sufferer.FAILED);
    assertThat(after.exitCode()).as(full.err() + after.out() + after.err()).isZero();
    sufferer.assertUndisturbed(output);
    String kind = full.exitCode() == 0 ? "disk nearly full" : "disk full";
    FaultTally.tried(kind);
    FaultTally.survived(kind, 1);
  }

  private static Result close(OwnInstallation own, SmallDisk disk, Path input, Path output) {
    return own.run(
        "close",
        "--month",
        Sufferer.MONTH,
        "--input",
        input.toString(),
        "--output",
        output.toString(),
        "--data-dir",
        disk.data().toString());
  }

  private static void reopen(OwnInstallation own, SmallDisk disk) {
    Result reopened =
        own.run(
            "reopen",
            "--month",
            Sufferer.MONTH,
            "--reason",
            "fault",
            "--data-dir",
            disk.data().toString());
    assertThat(reopened.exitCode()).as(reopened.err()).isZero();
  }

  private static Path fakeClock() {
    List<Path> found =
        Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu")
            .map(machine -> Path.of("/usr/lib", machine, "faketime/libfaketimeMT.so.1"))
            .filter(Files::exists)
            .toList();
    assumeTrue(!found.isEmpty(), "no libfaketime here: install the package faketime");
    return found.getFirst();
  }

  /** A file system in memory with little room; only root can make one. */
  private record SmallDisk(Path mounted, Path beside) {

    static SmallDisk mount() throws IOException, InterruptedException {
      Path parent = Files.createDirectories(Path.of("target", "small-disks"));
      Path point = Files.createTempDirectory(parent.toAbsolutePath(), "disk");
      Path beside = Files.createTempDirectory(parent.toAbsolutePath(), "beside");
      int mounted = run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MIB + "m", "tmpfs", point);
      assumeTrue(mounted == 0, "no small disk can be mounted here: it takes root");
      return new SmallDisk(point, beside);
    }

    Path data() {
      return mounted.resolve("data");
    }

    Path elsewhere(String name) {
      return beside.resolve(name);
    }

    void fillUpTo(int freeKib) throws IOException {
      long room = Files.getFileStore(mounted).getUsableSpace() - (long) freeKib * KIB;
      byte[] block = new byte[KIB * KIB];
      try (var out = Files.newOutputStream(ballast())) {
        for (long left = room; left > 0; left -= block.length) {
          out.write(block, 0, (int) Math.min(left, block.length));
        }
      }
    }

    void empty() throws IOException {
      Files.deleteIfExists(ballast());
    }

    private Path ballast() {
      return mounted.resolve("ballast");
    }

    private static int run(Object... command) throws IOException, InterruptedException {
      return new ProcessBuilder(Stream.of(command).map(Object::toString).toList())
          .start()
          .waitFor();
    }

    void unmount() throws IOException, InterruptedException {
      assertThat(run("umount", mounted)).isZero();
    }
  }
}
