package io.monthend.tasks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** One reader's language and time of day. */
public final class Speech {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final String REFERENCE = "#";

  private final MessageSource texts;
  private final Locale locale;
  private final Clock clock;

  Speech(MessageSource texts, Locale locale, Clock clock) {
    this.texts = texts;
    this.locale = locale;
    this.clock = clock;
  }

  /** When something is due, and how near that is. */
  public record Due(String kind, String text) {}

  /**
   * A message, with those of its arguments that are keys said as well. Cases keep their messages
   * for years: where a text is no longer there, what it was about still is.
   */
  public String of(Message message) {
    List<String> values = message.arguments().stream().map(this::said).toList();
    String found =
        texts.getMessage(message.key(), values.toArray(), String.join(" ", values), locale);
    return found == null ? message.key() : found;
  }

  private String said(String argument) {
    return argument.startsWith(REFERENCE) ? orElse(argument.substring(1), argument) : argument;
  }

  /** Messages in their order. */
  public List<String> all(List<Message> messages) {
    return messages.stream().map(this::of).toList();
  }

  /** The text of a key. */
  public String text(String key, Object... values) {
    return texts.getMessage(key, values, locale);
  }

  /** The text of a key that may not be there. */
  public String orElse(String key, String otherwise) {
    String found = texts.getMessage(key, new Object[0], otherwise, locale);
    return found == null ? otherwise : found;
  }

  /** What a process is called. */
  public String process(String process) {
    return orElse(process, process);
  }

  /** What a step of a process is called. */
  public String step(String process, @Nullable String taskKey) {
    return taskKey == null ? "" : orElse(process + "." + taskKey, taskKey);
  }

  /** What an outcome of a step is called; a process may have words of its own for it. */
  public String outcome(String process, String taskKey, Outcome outcome) {
    return orElse("%s.%s.%s".formatted(process, taskKey, outcome), text("outcome." + outcome));
  }

  /** What has become of a case. */
  public String state(String process, String state) {
    return state.equals("open")
        ? text("case.state.open")
        : orElse(process + ".state." + state, state);
  }

  /** What was done, by whom and to whom. */
  public String deed(String process, CaseEvent event) {
    String other = event.other() == null ? "" : event.other();
    String step = step(process, event.deed().isTold() ? event.taskKey() : event.words());
    return switch (event.deed()) {
      case CLOSED ->
          event.words().isEmpty()
              ? text("deed.WENT_ON")
              : text("deed.CLOSED", state(process, event.words()));
      case OPENED ->
          other.isEmpty()
              ? text("deed.OPENED", event.actor())
              : text("deed.OPENED.for", event.actor(), other);
      case SUBMITTED ->
          step.isEmpty()
              ? text("deed.SUBMITTED.alone", event.actor())
              : text("deed.SUBMITTED", event.actor(), other, step);
      case REMINDED, ESCALATED -> text("deed." + event.deed(), step);
      default -> text("deed." + event.deed(), event.actor(), other, step);
    };
  }

  /** Who was faster, with what, and when. */
  public String faster(Answer.AlreadyDecided other) {
    String who =
        other.onBehalfOf() == null
            ? other.by()
            : other.by() + " " + text("deed.on-behalf", other.onBehalfOf());
    return text("faster." + other.deed(), who, moment(other.at()));
  }

  /** A notice in one sentence. */
  public String notice(String kind, String actor) {
    String found = texts.getMessage("notice." + kind, new Object[] {actor}, kind, locale);
    return found == null ? kind : found;
  }

  /** A day and a time by the company's clock. */
  public String moment(Instant at) {
    return MOMENT.format(at.atZone(clock.getZone()));
  }

  /** How a due date stands to now; empty = there is none. */
  public @Nullable Due due(@Nullable Instant at) {
    if (at == null) {
      return null;
    }
    ZonedDateTime due = at.atZone(clock.getZone());
    Duration late = Duration.between(at, clock.instant());
    if (!late.isNegative()) {
      return new Due("late", late(late));
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    return due.toLocalDate().equals(today)
        ? new Due("soon", text("due.today", TIME.format(due)))
        : new Due("later", text("due.on", MOMENT.format(due)));
  }

  private String late(Duration late) {
    return late.toDays() > 0
        ? text("due.late-days", String.valueOf(late.toDays()))
        : text("due.late-hours", String.valueOf(late.toHours()));
  }
}
