package io.monthend.bench;

import io.monthend.bench.Measured.Memory;
import io.monthend.bench.Measured.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code close} in a Java of its own, with this one's options; it tells by events. */
final class CloseProcess {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";
  private static final String APPLICATION = "io.monthend.Monthend";
  private static final int NANOS = 9;

  /** The folders of a close. */
  record Folders(Path input, Path output, Path data, Path notes) {}

  private final Folders folders;
  private final String month;
  private final List<Step> steps = new ArrayList<>();
  private long startNanos;
  private long importBegan;
  private long importToDigestNanos;
  private String digest = "";
  private @Nullable Memory memory;

  CloseProcess(Folders folders, String month) {
    this.folders = folders;
    this.month = month;
  }

  /** Runs it to its end and gives its exit code. */
  int run() throws IOException, InterruptedException {
    Path collections = folders.notes().resolve("collections.log");
    ProcessBuilder builder =
        new ProcessBuilder(command(collections))
            .redirectError(folders.notes().resolve("errors.log").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_DATASOURCE_"));
    long began = System.nanoTime();
    Process process = builder.start();
    MemoryWatch watch = MemoryWatch.over(process.pid(), folders.data());
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        take(JSON.readTree(line), began, System.nanoTime());
      }
    } finally {
      process.destroy();
      watch.end();
    }
    int exitCode = process.waitFor();
    memory = watch.seen(collections);
    return exitCode;
  }

  private List<String> command(Path collections) {
    String java = ProcessHandle.current().info().command().orElse("java");
    boolean isJar = ClassLoader.getSystemResource(LAUNCHER.replace('.', '/') + ".class") != null;
    List<String> command = new ArrayList<>(List.of(java));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-X"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xlog:gc:file=" + collections,
            "-cp",
            System.getProperty("java.class.path"),
            isJar ? LAUNCHER : APPLICATION,
            "close",
            "--log-format=json"));
    command.addAll(List.of("--month", month, "--input", folders.input().toString(), "--output"));
    command.addAll(List.of(folders.output().toString(), "--data-dir", folders.data().toString()));
    return command;
  }

  private void take(JsonNode event, long began, long now) {
    String step = event.path("step").asString("");
    switch (event.path("event").asString("")) {
      case "step begun" -> {
        startNanos = startNanos == 0 ? now - began : startNanos;
        importBegan = step.equals("import") ? now : importBegan;
      }
      case "step ended" -> {
        long nanos = event.path("seconds").decimalValue().movePointRight(NANOS).longValue();
        steps.add(new Step(step, nanos, event.path("done").asLong(0)));
        importToDigestNanos = step.equals("reconcile") ? now - importBegan : importToDigestNanos;
      }
      case "close" -> digest = event.path("digest").asString("");
      default -> {} // the other events tell how far it is
    }
  }

  /** What it told; the floor is measured by others. */
  Measured measured(int employees, Measured.Floor floor) {
    return new Measured(
        employees,
        startNanos,
        steps,
        importToDigestNanos,
        digest,
        Objects.requireNonNull(memory),
        floor);
  }

  /** What it complained of, if anything. */
  String complaint() throws IOException {
    return Files.readString(folders.notes().resolve("errors.log")).strip();
  }
}
