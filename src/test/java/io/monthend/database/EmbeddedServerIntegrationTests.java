package io.monthend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

class EmbeddedServerIntegrationTests {

  private static final int NOBODY = 65534;

  private static final Path TARGET = Path.of("target", "embedded-server");
  private static final Path MADE_BEFORE = TARGET.resolve("made-before");

  private Path directory;

  @BeforeAll
  static void makeOneDatabase() throws IOException {
    Files.createDirectories(TARGET);
    EmbeddedServer.open(MADE_BEFORE).close();
  }

  @AfterAll
  static void deleteIt() throws IOException {
    FileSystemUtils.deleteRecursively(MADE_BEFORE);
  }

  @BeforeEach
  void makeDirectory() throws IOException {
    directory = Files.createTempDirectory(TARGET, "data ").toRealPath();
  }

  @AfterEach
  void endWhatRunsAndDelete() throws IOException {
    serverProcess().ifPresent(EmbeddedServerIntegrationTests::kill);
    FileSystemUtils.deleteRecursively(directory);
  }

  @Test
  void aNewDirectoryBecomesADurableServer() throws SQLException, IOException {
    try (EmbeddedServer server = EmbeddedServer.open(directory)) {
      assertThat(ask(server, "show server_version")).startsWith(ServerBinaries.MAJOR + ".");
      assertThat(ask(server, "show server_encoding")).isEqualTo("UTF8");
      assertThat(ask(server, "select datcollate from pg_database where datname = 'monthend'"))
          .isEqualTo("C");
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        assertThat(ask(server, "show " + setting)).as(setting).isEqualTo("on");
      }
      assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(server, "show unix_socket_directories")).isEmpty();
      assertThat(ask(server, "select count(*) from pg_file_settings where error is not null"))
          .isEqualTo("0");
    }
    assertThat(serverProcess()).isEmpty();
    assertThat(directory.resolve("endpoint")).doesNotExist();
  }

  @Test
  void whatWasWrittenIsThereAtTheNextStart() throws SQLException, IOException {
    useTheOneMadeBefore();
    try (EmbeddedServer server = EmbeddedServer.open(directory)) {
      execute(server, "create table kept as select 7 as amount");
    }
    try (EmbeddedServer server = EmbeddedServer.open(directory)) {
      assertThat(ask(server, "select amount from kept")).isEqualTo("7");
    }
  }

  @Test
  void onlyTheRightPasswordComesIn() throws IOException {
    useTheOneMadeBefore();
    try (EmbeddedServer server = EmbeddedServer.open(directory)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl(), server.username(), "wrong"))
          .isInstanceOf(SQLException.class)
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo("28P01");
      assertThat(server.password()).hasSizeGreaterThanOrEqualTo(32);
    }
  }

  @Test
  void everythingIsReadableByItsOwnerOnly() throws IOException {
    try (EmbeddedServer server = EmbeddedServer.open(directory);
        Stream<Path> paths = Files.walk(directory)) {
      assertThat(server.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
      for (Path path : paths.toList()) {
        String rights =
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
        assertThat(rights).as(path.toString()).endsWith("------");
      }
    }
  }

  @Test
  void theLogHoldsNoDataOfFailedStatements() throws SQLException, IOException {
    useTheOneMadeBefore();
    try (EmbeddedServer server = EmbeddedServer.open(directory)) {
      execute(server, "create table wages (amount int check (amount < 5))");
      for (String mistake :
          List.of("insert into wages values (987654)", "select 'wage 987654'::int")) {
        assertThatThrownBy(() -> execute(server, mistake)).isInstanceOf(SQLException.class);
      }
    }
    try (Stream<Path> logs = Files.list(directory.resolve("log"))) {
      for (Path log : logs.toList()) {
        assertThat(log).content().doesNotContain("987654");
      }
    }
  }

  @Test
  void handlesInOneProcessShareTheServerAndTheLastOneStopsIt() throws SQLException, IOException {
    useTheOneMadeBefore();
    EmbeddedServer first = EmbeddedServer.open(directory);
    EmbeddedServer second = EmbeddedServer.open(directory);
    assertThat(second.jdbcUrl()).isEqualTo(first.jdbcUrl());
    first.close();
    first.close();
    assertThat(ask(second, "select 1")).isEqualTo("1");
    second.close();
    assertThat(serverProcess()).isEmpty();
  }

  @Test
  void aSecondProcessJoinsAndTheLastOneOutStops() throws SQLException, IOException {
    useTheOneMadeBefore();
    try (AnotherProcess other = AnotherProcess.opening(directory)) {
      String address = other.address();
      try (EmbeddedServer server = EmbeddedServer.open(directory)) {
        assertThat(server.jdbcUrl()).isEqualTo(address);
        other.leave();
        assertThat(ask(server, "select count(*) from kept")).isEqualTo("1");
      }
      assertThat(serverProcess()).isEmpty();
    }
  }

  @Test
  void aProcessThatLeavesFirstLeavesTheServerToTheOther() throws IOException {
    useTheOneMadeBefore();
    try (AnotherProcess other = AnotherProcess.opening(directory)) {
      String unused = other.address();
      EmbeddedServer.open(directory).close();
      assertThat(serverProcess()).as(unused).isPresent();
    }
    assertThat(serverProcess()).isEmpty();
  }

  @Test
  void aTerminatedProcessStopsItsServer() throws IOException, InterruptedException {
    useTheOneMadeBefore();
    try (AnotherProcess other = AnotherProcess.opening(directory)) {
      String address = other.address();
      other.terminate();
      assertThat(serverProcess()).as(address).isEmpty();
    }
  }

  @Test
  void aTerminatedApplicationClosesBeforeItsServerDoes()
      throws SQLException, IOException, InterruptedException {
    useTheOneMadeBefore();
    try (AnotherProcess other = AnotherProcess.applicationOpening(directory)) {
      String address = other.address();
      other.terminate();
      assertThat(serverProcess()).as(address).isEmpty();
    }
    try (EmbeddedServer server = EmbeddedServer.open(directory)) {
      assertThat(ask(server, "select count(*) from kept")).isEqualTo("1");
    }
  }

  @Test
  void theServerOfAKilledProcessIsAdopted() throws SQLException, IOException, InterruptedException {
    useTheOneMadeBefore();
    try (AnotherProcess other = AnotherProcess.opening(directory)) {
      String address = other.address();
      other.kill();
      try (EmbeddedServer server = EmbeddedServer.open(directory)) {
        assertThat(server.jdbcUrl()).isEqualTo(address);
        assertThat(ask(server, "select count(*) from kept")).isEqualTo("1");
      }
      assertThat(serverProcess()).isEmpty();
    }
  }

  @Test
  void aKilledServerComesBackWithEverythingCommitted() throws SQLException, IOException {
    useTheOneMadeBefore();
    try (EmbeddedServer before = EmbeddedServer.open(directory)) {
      execute(before, "create table kept as select generate_series(1, 1000) as line");
      kill(serverProcess().orElseThrow());
      try (EmbeddedServer after = EmbeddedServer.open(directory)) {
        assertThat(ask(after, "select count(*) from kept")).isEqualTo("1000");
      }
    }
    assertThat(serverProcess()).isEmpty();
  }

  @Test
  void twoProcessesMayStartTogetherOnAnEmptyDirectory() throws SQLException, IOException {
    try (AnotherProcess one = AnotherProcess.opening(directory);
        AnotherProcess two = AnotherProcess.opening(directory)) {
      assertThat(one.address()).isEqualTo(two.address());
      try (EmbeddedServer server = EmbeddedServer.open(directory)) {
        assertThat(ask(server, "select count(*) from kept")).isEqualTo("2");
      }
    }
    assertThat(serverProcess()).isEmpty();
  }

  @Test
  void aSetUpThatWasKilledIsRepaired() throws SQLException, IOException, InterruptedException {
    try (AnotherProcess other = AnotherProcess.opening(directory)) {
      while (unfinishedClusters().isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      TimeUnit.MILLISECONDS.sleep(200);
      other.kill();
      assertThat(directory.resolve("pgdata")).doesNotExist();
    }
    try (EmbeddedServer server = EmbeddedServer.open(directory)) {
      assertThat(ask(server, "select 1")).isEqualTo("1");
    }
    EmbeddedServer.open(directory).close();
    assertThat(unfinishedClusters()).isEmpty();
  }

  @Test
  void aProcessFileOfTheDeadStandsInNobodysWay() throws SQLException, IOException {
    useTheOneMadeBefore();
    String ofALivingStranger = ProcessHandle.current().pid() + "\n" + directory + "\n1\n1\n";
    for (String text : List.of("", ofALivingStranger, "999999999\n" + directory + "\n1\n1\n")) {
      Files.writeString(directory.resolve("pgdata/postmaster.pid"), text);
      try (EmbeddedServer server = EmbeddedServer.open(directory)) {
        assertThat(ask(server, "select 1")).isEqualTo("1");
      }
    }
  }

  @Test
  void aDirectoryInUseOnAnotherMachineIsRefused() throws IOException {
    useTheOneMadeBefore();
    try (AnotherProcess other = AnotherProcess.opening(directory)) {
      String address = other.address();
      Path endpoint = directory.resolve("endpoint");
      String here = Files.readString(endpoint);
      Files.writeString(endpoint, here.replaceAll("machine=.*", "machine=elsewhere"));
      assertThatThrownBy(() -> EmbeddedServer.open(directory))
          .as(address)
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("in use by another machine or container");
    }
    EmbeddedServer.open(directory).close();
  }

  @Test
  void whatCannotBeOpenedSaysWhatToDo() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    assertRefused(file, "is a file; name a directory");
    assertRefused(file.resolve("below"), "cannot be used");
    assertRefused(directory.resolve("a`b"), "name another directory");

    Path cluster = Files.createDirectories(directory.resolve("old/pgdata"));
    Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
    assertRefused(directory.resolve("old"), "PostgreSQL 17 database");

    Files.writeString(cluster.resolve("PG_VERSION"), ServerBinaries.MAJOR + "\n");
    assertRefused(directory.resolve("old"), "password");
  }

  @Test
  void theProgramsAreUnpackedOnceHoweverManyAsk() throws Exception {
    Path cache = directory.resolve("cache");
    ServerBinaries binaries = ServerBinaries.bundled();
    Callable<Path> unpack = () -> binaries.unpackedIn(cache);
    List<Path> homes = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var home : threads.invokeAll(List.of(unpack, unpack))) {
        homes.add(home.get());
      }
    }
    assertThat(homes.getFirst()).isEqualTo(homes.getLast());
    assertThat(cache.toFile().list()).containsExactly(homes.getFirst().toFile().getName());
    assertThat(homes.getFirst().resolve("bin/postgres")).isExecutable();
    assertThat(homes.getFirst().resolve("lib/libpq.so.5")).isSymbolicLink().isRegularFile();
  }

  @Test
  void whereTheCacheCannotBeUsedTheProgramsGoIntoTheDataDirectory() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    DataDirectory data = DataDirectory.at(directory.resolve("data"));
    Path cached = ServerPrograms.of(ServerBinaries.bundled(), data, System.getenv()).home();
    // Unpacking has its own test; here it is as if that had been done before.
    Files.createSymbolicLink(data.root().resolve(cached.getFileName()), cached);
    var programs =
        ServerPrograms.of(
            ServerBinaries.bundled(), data, Map.of("MONTHEND_CACHE_DIR", file.toString()));
    assertThat(programs.home().getParent()).isEqualTo(data.root());
    assertThat(programs.run("postgres", Duration.ofSeconds(10), "--version").output())
        .contains(" " + ServerBinaries.MAJOR + ".");
  }

  @Test
  void rootServesTheDirectoryOfAnotherAccountAsThatAccount() throws SQLException, IOException {
    assumeTrue(DataDirectory.runsAsRoot());
    Files.setAttribute(directory, "unix:uid", NOBODY);
    Files.setAttribute(directory, "unix:gid", NOBODY);
    try (EmbeddedServer server = EmbeddedServer.open(directory);
        Stream<Path> files = Files.list(directory)) {
      assertThat(ask(server, "select 1")).isEqualTo("1");
      for (Path path : files.filter(path -> !path.toString().contains("postgresql-")).toList()) {
        assertThat(Files.getAttribute(path, "unix:uid")).as(path.toString()).isEqualTo(NOBODY);
      }
    }
    assertThat(serverProcess()).isEmpty();
  }

  private static void assertRefused(Path directory, String message) {
    assertThatThrownBy(() -> EmbeddedServer.open(directory))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining(message);
  }

  private static String ask(EmbeddedServer server, String question) throws SQLException {
    try (Connection connection = AnotherProcess.connect(server);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      assertThat(answer.next()).isTrue();
      return answer.getString(1);
    }
  }

  private static void execute(EmbeddedServer server, String change) throws SQLException {
    try (Connection connection = AnotherProcess.connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute(change);
    }
  }

  /** Spares a test the second that setting up takes. */
  private void useTheOneMadeBefore() throws IOException {
    Files.delete(directory);
    try (Stream<Path> paths = Files.walk(MADE_BEFORE)) {
      for (Path path : paths.toList()) {
        Files.copy(
            path,
            directory.resolve(MADE_BEFORE.relativize(path)),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private List<Path> unfinishedClusters() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(path -> path.toString().contains("pgdata.unfinished")).toList();
    }
  }

  private Optional<ProcessHandle> serverProcess() throws IOException {
    return PostmasterFile.ofLivingServer(directory.resolve("pgdata"))
        .flatMap(file -> ProcessHandle.of(file.pid()));
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }
}
