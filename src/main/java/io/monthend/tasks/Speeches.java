package io.monthend.tasks;

import io.monthend.rulebook.Language;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what the queue and its cases have to say, in the reader's language. */
@Component
public class Speeches {

  private final MessageSource texts;
  private final Clock clock;

  Speeches(MessageSource texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  /** What is said in one language, now. */
  public Speech in(Language language) {
    return new Speech(texts, Locale.forLanguageTag(language.tag()), clock);
  }
}
