package io.monthend.database;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the server is set up, each value with its reason; written out again at every start. */
final class ServerSettings {

  private static final List<Setting> ALWAYS =
      List.of(
          // Who reaches it
          new Setting("listen_addresses", "127.0.0.1", "nobody reaches it from outside"),
          new Setting("unix_socket_directories", "", "a socket would lie where others can see it"),
          new Setting("max_connections", "50", "a pool, the job's workers and some spare"),
          new Setting(
              "client_connection_check_interval",
              "5s",
              "the statement of a killed application lets its locks go"),
          // What survives a power cut: everything that was committed
          new Setting("fsync", "on", "what is committed is on the disk"),
          new Setting("synchronous_commit", "on", "committed means it is on the disk now"),
          new Setting("full_page_writes", "on", "a page torn by a power cut is mended"),
          new Setting("wal_level", "minimal", "there is no replica; bulk loads write less"),
          new Setting("max_wal_senders", "0", "wal_level minimal asks for it"),
          new Setting("wal_compression", "off", "this build has no lz4, and pglz costs too much"),
          // Room to work: a month-end is one burst of writing
          new Setting("shared_buffers", "256MB", "a month of a large company stays in memory"),
          new Setting("work_mem", "32MB", "sorts of one month need no temporary file"),
          new Setting("maintenance_work_mem", "256MB", "indexes are built in memory"),
          new Setting("max_wal_size", "4GB", "no forced checkpoint in the middle of a month-end"),
          new Setting("checkpoint_timeout", "15min", "fewer full page images"),
          new Setting("jit", "off", "our statements are short; compiling takes longer"),
          new Setting("autovacuum", "on", "statistics and space are looked after"),
          // The same answer everywhere
          new Setting("timezone", "UTC", "an answer does not hang on the machine"),
          new Setting("lc_messages", "C", "its messages are read by programs"),
          // A log of the server's own life that is bounded and holds nobody's data
          new Setting("logging_collector", "on", "the log is rotated"),
          new Setting("log_directory", "../log", "beside the cluster"),
          new Setting("log_filename", "server-%a.log", "one file for each day of the week"),
          new Setting("log_file_mode", "0600", "the owner's only"),
          new Setting("log_rotation_age", "1d", "one file for each day of the week"),
          new Setting("log_rotation_size", "0", "a day has one name, so size could not rotate it"),
          new Setting("log_truncate_on_rotation", "on", "last week's day is overwritten"),
          new Setting("log_timezone", "UTC", "an answer does not hang on the machine"),
          new Setting("log_checkpoints", "off", "a log of months stays short"),
          new Setting("log_statement", "none", "a statement may hold wages"),
          new Setting(
              "log_min_messages", "log", "an error's text may hold wages; its caller has it"),
          new Setting("log_min_error_statement", "panic", "a statement may hold wages"),
          new Setting("log_min_duration_statement", "-1", "a statement may hold wages"),
          new Setting("log_error_verbosity", "terse", "an error's details may hold wages"),
          new Setting("log_parameter_max_length", "0", "parameters are wages"),
          new Setting("log_parameter_max_length_on_error", "0", "parameters are wages"));

  /** The only way in: over loopback, with the password. */
  static final String ACCESS =
      """
      # Written by Monthend.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private ServerSettings() {}

  static String on(int port) {
    return Stream.concat(
            ALWAYS.stream(),
            Stream.of(new Setting("port", Integer.toString(port), "was free at this start")))
        .map(Setting::line)
        .collect(
            Collectors.joining("", "# Written by Monthend at every start; edits are lost.\n", ""));
  }

  private record Setting(String name, String value, String reason) {

    String line() {
      return "%s = '%s' # %s\n".formatted(name, value, reason);
    }
  }
}
