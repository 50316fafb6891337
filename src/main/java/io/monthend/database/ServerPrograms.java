package io.monthend.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The unpacked PostgreSQL programs, run for one data directory as its account. */
record ServerPrograms(Path home, ServerAccount account, DataDirectory data) {

  private static final Duration VERSION_LIMIT = Duration.ofSeconds(30);

  /** Takes the user's cache, or the data directory where the cache cannot be used. */
  static ServerPrograms of(
      ServerBinaries binaries, DataDirectory data, Map<String, String> settings)
      throws IOException {
    ServerAccount account = ServerAccount.of(data);
    List<String> failures = new ArrayList<>();
    for (Path cache : caches(settings, data)) {
      try {
        var programs = new ServerPrograms(binaries.unpackedIn(cache), account, data);
        Command version = programs.run("postgres", VERSION_LIMIT, "--version");
        if (version.succeeded()) {
          return programs;
        }
        failures.add(version.reason());
      } catch (IOException e) {
        failures.add(DatabaseUnavailable.description(e));
      }
    }
    String why = String.join("; ", new LinkedHashSet<>(failures));
    throw new DatabaseUnavailable(
        "The PostgreSQL programs do not run here: %s. %s, %s."
            .formatted(why, DatabaseUnavailable.remedyFor(why), DatabaseUnavailable.OR_ELSE));
  }

  Command run(String program, Duration limit, String... arguments) throws IOException {
    return Command.run(words(program, arguments), data, limit);
  }

  Command runOn(File input, String program, Duration limit, String... arguments)
      throws IOException {
    return Command.run(words(program, arguments), data, limit, input);
  }

  private List<String> words(String program, String... arguments) {
    String path = home.resolve("bin", program).toString();
    return account.running(Stream.concat(Stream.of(path), Stream.of(arguments)).toList());
  }

  private static List<Path> caches(Map<String, String> settings, DataDirectory data) {
    return Stream.concat(userCache(settings).stream(), Stream.of(data.root()))
        .filter(DataDirectory::isFitForAShell)
        .toList();
  }

  private static Optional<Path> userCache(Map<String, String> settings) {
    String own = settings.get("MONTHEND_CACHE_DIR");
    if (own != null && !own.isBlank()) {
      return Optional.of(Path.of(own).toAbsolutePath());
    }
    return Stream.of(
            Path.of(settings.getOrDefault("XDG_CACHE_HOME", "")),
            Path.of(System.getProperty("user.home", ""), ".cache"))
        .filter(Path::isAbsolute)
        .findFirst()
        .map(cache -> cache.resolve("monthend"));
  }
}
