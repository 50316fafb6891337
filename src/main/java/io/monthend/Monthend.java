package io.monthend;

import io.monthend.cli.MonthendCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application: every module below this package is part of it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Monthend {

  /** Runs one command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(MonthendCommand.run(arguments));
  }
}
