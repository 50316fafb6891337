package io.monthend.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Keeps a command's start short: of all that configures itself it lets in only what a month end
 * needs. Web, security and process engine are for the application that serves people; beans of ours
 * that belong to it alone say {@code @Profile("!command")}.
 */
final class CommandParts implements AutoConfigurationImportFilter, EnvironmentAware {

  /** The profile under which commands run. */
  static final String PROFILE = "command";

  private static final List<String> NEEDED =
      List.of(
          "org.springframework.boot.autoconfigure.",
          "org.springframework.boot.batch.",
          "org.springframework.boot.flyway.",
          "org.springframework.boot.jdbc.",
          "org.springframework.boot.persistence.",
          "org.springframework.boot.sql.",
          "org.springframework.boot.transaction.");

  private boolean isCommand;

  @Override
  public void setEnvironment(Environment environment) {
    isCommand = environment.acceptsProfiles(Profiles.of(PROFILE));
  }

  @Override
  public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
    boolean[] wanted = new boolean[classes.length];
    for (int i = 0; i < classes.length; i++) {
      wanted[i] = !isCommand || isNeeded(classes[i]);
    }
    return wanted;
  }

  /** It is asked as well for what these import, which comes with them. */
  private static boolean isNeeded(@Nullable String name) {
    return name == null
        || !name.endsWith("AutoConfiguration")
        || NEEDED.stream().anyMatch(name::startsWith);
  }
}
