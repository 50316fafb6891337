package io.monthend.faults;

/** How many faults are tried: a few in every build, all of them where somebody asks for it. */
final class Extent {

  private static final boolean IS_LONG =
      "long".equals(System.getProperty("monthend.faults", "short"));

  private Extent() {}

  static String name() {
    return IS_LONG ? "long" : "short";
  }

  static int of(int shortForm, int longForm) {
    return IS_LONG ? longForm : shortForm;
  }
}
