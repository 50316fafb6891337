package io.monthend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * A project folder that holds the real launcher, while every JDK, Maven and source in it is a stub.
 */
@NullMarked
final class LauncherProject {

  /** All that the launcher may call; a java or mvn of the machine is out of its reach. */
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "env",
          "find",
          "head",
          "ln",
          "mkdir",
          "mv",
          "ps",
          "readlink",
          "rm",
          "sed",
          "sh",
          "sleep",
          "touch",
          "tr");

  private static final String JAVA =
      """
      #!/bin/sh
      [ "$*" = -version ] && { echo 'openjdk version "VERSION" 2025-09-16' >&2; exit; }
      echo "home VERSION" "pid $$" "in $(pwd)"
      for argument; do echo "<$argument>"; done
      exit ${JAVA_EXITS:-0}
      """;

  private static final String MAVEN =
      """
      #!/bin/sh
      echo "start $*" >>maven.log
      trap 'echo stopped >>maven.log; exit 143' TERM
      for tick in $MAVEN_TICKS; do sleep 0.05; done
      echo "end $JAVA_HOME" >>maven.log
      echo "a message of Maven"
      mkdir -p target
      echo a new jar >target/monthend.jar
      exit ${MAVEN_EXITS:-0}
      """;

  final Path root;
  final Map<String, String> environment = new HashMap<>();
  private final Path outside;
  private final Path tools;

  LauncherProject(Path outside) throws IOException {
    this.outside = outside;
    root = Files.createDirectories(outside.resolve("a project"));
    tools = Files.createDirectories(outside.resolve("tools"));
    for (String tool : TOOLS) {
      linkTool(tool);
    }
    script(tools.resolve("mvn"), MAVEN);
    script(root.resolve("monthend"), movedLauncher());
    Files.writeString(root.resolve("pom.xml"), "");
    Files.createDirectories(root.resolve("src/main/java"));
    Files.writeString(root.resolve("src/main/java/Source.java"), "");
    Files.createDirectories(root.resolve("processes"));
    environment.put("PATH", tools.toString());
    environment.put("HOME", outside.resolve("home").toString());
  }

  /** The launcher, with the folders where a machine keeps its JDKs moved below this project's. */
  private String movedLauncher() throws IOException {
    return Files.readString(Path.of("monthend"))
        .replaceAll("(?m)^    (/\\S+ \\\\)$", "    " + outside + "$1")
        .replace("/usr/libexec/java_home", outside + "/usr/libexec/java_home");
  }

  private void linkTool(String name) throws IOException {
    for (String folder : List.of("/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")) {
      Path tool = Path.of(folder, name);
      if (Files.isExecutable(tool)) {
        Files.createSymbolicLink(tools.resolve(name), tool);
        return;
      }
    }
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Path jar() {
    return root.resolve("target/monthend.jar");
  }

  Path unpacked() {
    return root.resolve("target/unpacked/monthend.jar");
  }

  Path lock() {
    return root.resolve(".build-lock");
  }

  /** A JDK that knows its version from its release file. */
  Path jdk(String folder, String version) throws IOException {
    Path home = jre(folder, version);
    script(home.resolve("bin/javac"), "");
    return home;
  }

  /** A Java without a compiler. */
  Path jre(String folder, String version) throws IOException {
    Path home = outside.resolve(folder);
    script(home.resolve("bin/java"), JAVA.replace("VERSION", version));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"Us\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
    return home;
  }

  void onThePath(Path home) throws IOException {
    Files.createSymbolicLink(tools.resolve("java"), home.resolve("bin/java"));
  }

  /** JUnit warns of every link that leads out of its folder when it clears that. */
  void unlinkTools() throws IOException {
    for (String tool : TOOLS) {
      Files.deleteIfExists(tools.resolve(tool));
    }
  }

  void withoutMaven() throws IOException {
    Files.delete(tools.resolve("mvn"));
  }

  void built() throws IOException {
    Files.createDirectories(jar().resolveSibling("."));
    Files.writeString(jar(), "an older jar");
    age(jar(), 30);
    try (Stream<Path> sources = Files.walk(root.resolve("src"))) {
      sources.forEach(source -> age(source, 60));
    }
    age(root.resolve("pom.xml"), 60);
    age(root.resolve("processes"), 60);
  }

  void unpackedBefore(int seconds) throws IOException {
    Files.createDirectories(unpacked().resolveSibling("."));
    Files.writeString(unpacked(), "a jar with its libraries beside it");
    age(unpacked(), seconds);
  }

  private static void age(Path file, int seconds) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  List<String> mavenLog() throws IOException {
    Path log = root.resolve("maven.log");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  Run run(String... arguments) throws IOException, InterruptedException {
    return start(arguments).end();
  }

  Started start(String... arguments) throws IOException {
    return start(root.resolve("monthend"), outside, arguments);
  }

  Started start(Path launcher, Path workingFolder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(launcher.toString());
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(outside, "out", "");
    Path err = Files.createTempFile(outside, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(workingFolder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Started(builder.start(), out, err);
  }

  /** A launcher that was started and what it writes to. */
  record Started(Process process, Path out, Path err) {
    Run end() throws IOException, InterruptedException {
      if (!process.waitFor(20, SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("The launcher did not end: " + Files.readString(err));
      }
      return new Run(
          process.pid(),
          process.exitValue(),
          Files.readString(out, UTF_8),
          Files.readString(err, UTF_8));
    }
  }

  /** What became of a launcher. */
  record Run(long pid, int exitCode, String out, String err) {
    /** The application's arguments behind its jar. */
    List<String> arguments() {
      return out.lines()
          .filter(line -> line.startsWith("<"))
          .dropWhile(line -> !line.endsWith("/monthend.jar>"))
          .skip(1)
          .toList();
    }

    /** The options in front of the jar. */
    Stream<String> options() {
      return out.lines()
          .filter(line -> line.startsWith("<-"))
          .takeWhile(line -> !line.equals("<-jar>"));
    }
  }
}
