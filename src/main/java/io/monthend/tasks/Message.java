package io.monthend.tasks;

import java.util.List;

/**
 * Something to be said in the reader's language.
 *
 * @param key of the text in the message files
 * @param arguments what goes into it; one that begins with {@code #} is the key of a text itself
 */
public record Message(String key, List<String> arguments) {

  public Message {
    arguments = List.copyOf(arguments);
  }

  public static Message of(String key, String... arguments) {
    return new Message(key, List.of(arguments));
  }
}
