package io.monthend.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command says, for machines: one JSON object a line. Text becomes messages; steps and
 * results are events with fields of their own.
 */
final class JsonLines extends PrintWriter {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String OPTION = "--log-format";

  /** By which Spring logs in the same form. */
  static final Map<String, String> LOG_SETTINGS =
      Map.of("logging.structured.format.console", "logstash");

  private final Lines lines;

  private JsonLines(Lines lines) {
    super(lines, true);
    this.lines = lines;
  }

  /** In place of a writer of text. */
  static JsonLines on(PrintWriter out, String level) {
    return new JsonLines(new Lines(out, level));
  }

  /** Whether the arguments ask for JSON, or the environment where they ask for nothing. */
  static boolean areWanted(String[] arguments, Map<String, String> environment) {
    String wanted = environment.getOrDefault("MONTHEND_LOG_FORMAT", "");
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith(OPTION + "=")) {
        wanted = arguments[i].substring(OPTION.length() + 1);
      } else if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
        wanted = arguments[i + 1];
      }
    }
    return wanted.toLowerCase(Locale.ROOT).equals("json");
  }

  /** The logs of the libraries, too, also before Spring is up. */
  static void structureLogs() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("log format", Map.copyOf(LOG_SETTINGS)));
    LoggingSystem system = LoggingSystem.get(JsonLines.class.getClassLoader());
    system.beforeInitialize();
    system.getSystemProperties(environment).apply();
    system.initialize(new LoggingInitializationContext(environment), null, null);
  }

  /** Something that happened, with its figures. */
  void event(String event, Map<String, ?> fields) {
    synchronized (lock) {
      lines.write(event, fields);
    }
  }

  private static final class Lines extends Writer {

    private final PrintWriter out;
    private final String level;
    private final StringBuilder text = new StringBuilder();

    Lines(PrintWriter out, String level) {
      this.out = out;
      this.level = level;
    }

    @Override
    public void write(char[] characters, int from, int length) {
      for (int i = from; i < from + length; i++) {
        if (characters[i] == '\n') {
          writeMessage();
        } else {
          text.append(characters[i]);
        }
      }
    }

    private void writeMessage() {
      String message = text.toString().strip();
      text.setLength(0);
      if (!message.isEmpty()) {
        write("message", Map.of("message", message));
      }
    }

    private void write(String event, Map<String, ?> fields) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("@timestamp", Clock.systemUTC().instant().toString());
      json.put("level", level);
      json.put("event", event);
      json.putAll(fields);
      out.println(JSON.writeValueAsString(json));
    }

    @Override
    public void flush() {
      out.flush();
    }

    @Override
    public void close() {
      writeMessage();
      out.flush();
    }
  }
}
