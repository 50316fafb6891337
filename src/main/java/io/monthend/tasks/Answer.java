package io.monthend.tasks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of something that was to be done to a task or a case. */
public sealed interface Answer {

  /** It is done. */
  record Done(String caseNo) implements Answer {}

  /**
   * Somebody was faster.
   *
   * @param by their name
   * @param onBehalfOf the name of whom they stood in for
   */
  record AlreadyDecided(String by, @Nullable String onBehalfOf, Deed deed, Instant at)
      implements Answer {}

  /** It may be done, but not so: what is missing or in the way. */
  record Refused(List<Message> missing) implements Answer {

    public Refused {
      missing = List.copyOf(missing);
    }

    static Refused because(String key, String... arguments) {
      return new Refused(List.of(Message.of(key, arguments)));
    }
  }

  /** It is not this person's to do, or there is no such thing: the two look the same. */
  record Denied() implements Answer {}

  default boolean isDone() {
    return this instanceof Done;
  }
}
