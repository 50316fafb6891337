package io.monthend.people;

/**
 * Looks at facts while they pass by, in whatever order, and tells whether a check over the whole
 * set could find anything. It may be wrong in one direction only: what it calls clear is.
 */
public interface Screen<T> {

  /** Sees one fact about a person. */
  void see(String employeeNo, T fact);

  /** Whether {@link Facts#check} would find nothing among what was seen. */
  boolean isClear();

  /** For facts that are always checked as a set. */
  static <T> Screen<T> none() {
    return new Screen<>() {
      @Override
      public void see(String employeeNo, T fact) {}

      @Override
      public boolean isClear() {
        return false;
      }
    };
  }
}
