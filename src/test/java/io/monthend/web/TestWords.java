package io.monthend.web;

import org.springframework.context.MessageSource;

/** The words of the pages, for a node that serves none. */
public final class TestWords {

  private TestWords() {}

  public static MessageSource ofEveryModule() {
    return Words.ofEveryModule();
  }
}
