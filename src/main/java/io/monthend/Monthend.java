package io.monthend;

import io.monthend.cli.MonthendCommand;
import java.util.Locale;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LoggingSystem;

/** The application: every module below this package is part of it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Monthend {

  /** Runs one command and ends with its exit code. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT); // what is written never depends on the machine's language
    LoggingSystem.get(Monthend.class.getClassLoader()).beforeInitialize(); // quiet until configured
    System.exit(MonthendCommand.run(arguments));
  }
}
