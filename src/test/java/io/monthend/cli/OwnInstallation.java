package io.monthend.cli;

import io.monthend.cli.TestInstallation.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A folder whose databases are its own: each command starts the server and stops it again. */
public final class OwnInstallation implements AutoCloseable {

  private final Path folder;

  private OwnInstallation(Path folder) {
    this.folder = folder;
  }

  /** An empty folder. */
  public static OwnInstallation create() throws IOException {
    Path parent = Files.createDirectories(Path.of("target", "own-installations"));
    return new OwnInstallation(Files.createTempDirectory(parent.toAbsolutePath(), "own"));
  }

  /** A place in the folder. */
  public Path path(String name) {
    return folder.resolve(name);
  }

  /** Runs a command in this process. */
  public Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        MonthendCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Result(exitCode, out.toString(), err.toString());
  }

  /** Starts a command in a Java of its own. */
  Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.monthend.Monthend"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Files.createTempFile(folder, "out", ".log").toFile())
        .start();
  }

  /** What the processes started have said so far. */
  String log() throws IOException {
    StringBuilder log = new StringBuilder();
    for (String name : names()) {
      if (name.endsWith(".log")) {
        log.append(Files.readString(path(name)));
      }
    }
    return log.toString();
  }

  List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Override
  public void close() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }
}
