package io.monthend;

import io.monthend.cli.MonthendCommand;
import io.monthend.kernel.CompanyTime;
import java.time.Clock;
import java.util.Locale;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Bean;

/** The application: every module below this package is part of it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Monthend {

  @Bean
  Clock clock() {
    return CompanyTime.clock();
  }

  /** Runs one command and ends with its exit code. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT); // what is written never depends on the machine's language
    LoggingSystem.get(Monthend.class.getClassLoader()).beforeInitialize(); // quiet until configured
    System.exit(MonthendCommand.run(arguments));
  }
}
