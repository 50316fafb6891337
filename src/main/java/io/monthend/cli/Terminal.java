package io.monthend.cli;

import io.monthend.closing.CloseProgress;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a close is: a moving line with rate and time left on a terminal, plain lines
 * elsewhere, and how long each step took.
 */
final class Terminal implements CloseProgress {

  private static final long MOVE_EVERY_NANOS = Duration.ofMillis(200).toNanos();
  private static final long TELL_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

  private final PrintWriter out;
  private final @Nullable JsonLines json;
  private final boolean moving;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong shownAt = new AtomicLong();
  private volatile long total;
  private volatile long begunAt;
  private volatile String step = "";

  Terminal(PrintWriter out) {
    this.out = out;
    this.json = out instanceof JsonLines lines ? lines : null;
    this.moving = json == null && isTerminal();
  }

  @SuppressWarnings("SystemConsoleNull") // it may still be null where no console provider is there
  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  @Override
  public void begin(String name, long expected) {
    step = name;
    total = expected;
    done.set(0);
    begunAt = System.nanoTime();
    shownAt.set(begunAt);
    if (json != null) {
      json.event("step begun", Map.of("step", name, "total", expected));
    }
  }

  @Override
  public void advance(long more) {
    long soFar = done.addAndGet(more);
    long now = System.nanoTime();
    long shown = shownAt.get();
    long pause = moving ? MOVE_EVERY_NANOS : TELL_EVERY_NANOS;
    if (now - shown >= pause && shownAt.compareAndSet(shown, now)) {
      show(soFar, now);
    }
  }

  private synchronized void show(long soFar, long now) {
    if (json != null) {
      json.event("step", Map.of("step", step, "done", soFar, "total", total));
      return;
    }
    double rate = soFar / seconds(begunAt, now);
    String text =
        total == 0
            ? String.format(Locale.ROOT, "  %s: %,d, %,.0f/s", step, soFar, rate)
            : String.format(
                Locale.ROOT,
                "  %s: %,d of %,d, %,.0f/s, %,.0f s left",
                step,
                soFar,
                total,
                rate,
                (total - soFar) / rate);
    if (moving) {
      out.print("\r" + text + "\u001b[K");
      out.flush();
    } else {
      out.println(text);
    }
  }

  @Override
  public synchronized void end(String name) {
    double seconds = seconds(begunAt, System.nanoTime());
    if (json != null) {
      json.event("step ended", Map.of("step", name, "done", done.get(), "seconds", seconds));
      return;
    }
    if (moving) {
      out.print("\r\u001b[K");
    }
    long count = done.get();
    String amount =
        count == 0 ? "" : String.format(Locale.ROOT, "%,d, %,.0f/s", count, count / seconds);
    out.printf(Locale.ROOT, "  %-10s %7.2f s  %s%n", name, seconds, amount);
    out.flush();
  }

  /** The settings by which the libraries log in the same form. */
  Map<String, String> logSettings() {
    return json == null ? Map.of() : JsonLines.LOG_SETTINGS;
  }

  private static double seconds(long from, long to) {
    return Math.max(1, to - from) / 1e9;
  }
}
