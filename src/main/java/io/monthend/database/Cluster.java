package io.monthend.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of one database: made completely or not at all, and then only looked at. */
record Cluster(DataDirectory data, ServerPrograms programs) {

  static final String NAME = "monthend";

  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int PASSWORD_BYTES = 24;
  private static final String SETTINGS_FILE = "monthend.conf";

  /** Makes the cluster if there is none, and gives its password. */
  String prepare() throws IOException {
    if (Files.exists(data.restoring())) {
      throw new DatabaseUnavailable(
          "A restore into %s has not ended; restore there again.".formatted(data.root()));
    }
    data.deleteUnfinishedClusters();
    if (data.hasCluster()) {
      requireOurMajorVersion();
    } else {
      LOG.info("Setting up a PostgreSQL database in {} (this happens once)", data.root());
      try {
        create();
      } finally {
        data.deleteUnfinishedClusters();
      }
    }
    return password();
  }

  void writeSettings(int port) throws IOException {
    data.write(data.cluster().resolve(SETTINGS_FILE), ServerSettings.on(port));
  }

  /** Nothing bears the name pgdata before it is complete, so a crash in here costs nothing. */
  private void create() throws IOException {
    Path unfinished = data.makeUnfinishedCluster();
    // A kept one may belong to a cluster that somebody has only moved aside.
    if (!Files.exists(data.password())) {
      data.write(data.password(), newPassword());
    }
    initialise(unfinished);
    data.write(unfinished.resolve("pg_hba.conf"), ServerSettings.ACCESS);
    Path configuration = unfinished.resolve("postgresql.conf");
    data.write(
        configuration, Files.readString(configuration) + "include = '" + SETTINGS_FILE + "'\n");
    data.write(unfinished.resolve(SETTINGS_FILE), "");
    createDatabase(unfinished);
    DataDirectory.moveInto(data.cluster(), unfinished);
  }

  private void initialise(Path directory) throws IOException {
    check(
        programs.run(
            "initdb",
            LIMIT,
            "--pgdata=" + directory,
            "--username=" + NAME,
            "--pwfile=" + data.password(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--no-instructions"));
  }

  /** In single-user mode, since a server that is up already would have to be complete. */
  private void createDatabase(Path directory) throws IOException {
    Path statement = directory.resolve("create-database.sql");
    data.write(statement, "CREATE DATABASE " + NAME + "\n");
    check(
        programs.runOn(
            statement.toFile(),
            "postgres",
            LIMIT,
            "--single",
            "-D",
            directory.toString(),
            "-c",
            "exit_on_error=on",
            "postgres"));
    Files.delete(statement);
  }

  private void check(Command command) {
    if (!command.succeeded()) {
      throw new DatabaseUnavailable(
          "PostgreSQL cannot set up a database in %s: %s. %s and start again, %s."
              .formatted(
                  data.root(),
                  command.reason(),
                  DatabaseUnavailable.remedyFor(command.output()),
                  DatabaseUnavailable.OR_ELSE));
    }
  }

  private void requireOurMajorVersion() throws IOException {
    Path file = data.cluster().resolve("PG_VERSION");
    String version = Files.exists(file) ? Files.readString(file).strip() : "of unknown version";
    if (!version.equals(ServerBinaries.MAJOR)) {
      throw new DatabaseUnavailable(
          "%s is a PostgreSQL %s database, and this release of Monthend brings PostgreSQL %s. Use the release that made it, or let that release make a backup, name a new data directory and restore the backup there."
              .formatted(data.cluster(), version, ServerBinaries.MAJOR));
    }
  }

  String password() throws IOException {
    if (!Files.exists(data.password())) {
      throw new DatabaseUnavailable(
          "%s, the password of the database beside it, is missing; put it back from your backup of that directory."
              .formatted(data.password()));
    }
    return Files.readString(data.password()).strip();
  }

  private static String newPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
