package io.monthend.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the database of our own lies. */
final class DataDirectoryOption {

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      defaultValue = ".monthend",
      description = {
        "Where the database lies if none is configured by SPRING_DATASOURCE_URL",
        "(default: ${DEFAULT-VALUE})."
      })
  private Path directory = Path.of(".monthend");

  Path directory() {
    return directory;
  }
}
