package io.monthend.people;

/** How an employment ends (section F); the codes of the file contract. */
public enum Leaving {
  RESIGNED,
  DISMISSED,
  ENDED
}
