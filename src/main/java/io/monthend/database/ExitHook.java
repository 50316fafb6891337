package io.monthend.database;

import org.springframework.boot.SpringApplication;

/** Closes the servers when the JVM ends, but after the applications that still talk to them. */
final class ExitHook {

  private static final int LOOKS_FOR_BOOT = 5;

  private ExitHook() {}

  /**
   * Boot runs its handlers after it has closed its contexts and with them the connection pools, but
   * only where a Spring application ran; the JVM's hooks run always, and all at once.
   */
  static void install(Runnable closing) {
    SpringApplication.getShutdownHandlers().add(closing);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> runUnlessBootDoes(closing), "monthend-database"));
  }

  private static void runUnlessBootDoes(Runnable closing) {
    for (int look = 0; look < LOOKS_FOR_BOOT; look++) {
      if (bootIsClosing()) {
        return;
      }
      Deadline.pause("ending");
    }
    closing.run();
  }

  /** Boot takes no more handlers from the moment on when its own hook runs. */
  private static boolean bootIsClosing() {
    Runnable nothing = () -> {};
    try {
      SpringApplication.getShutdownHandlers().add(nothing);
      SpringApplication.getShutdownHandlers().remove(nothing);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
