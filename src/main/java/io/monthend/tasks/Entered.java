package io.monthend.tasks;

/**
 * What somebody has filled in, to be shown again where it did not do.
 *
 * @param form which of the forms on the page
 * @param task the id of the task it is about
 */
record Entered(String form, String task, String words, String person) {

  static Entered nothing() {
    return new Entered("", "", "", "");
  }

  static Entered in(String form, String task, String words, String person) {
    return new Entered(form, task, words, person);
  }

  /** The words as far as they belong to a form. */
  public String words(String of, String about) {
    return is(of, about) ? words : "";
  }

  /** The person as far as it belongs to a form. */
  public String person(String of, String about) {
    return is(of, about) ? person : "";
  }

  public boolean is(String of, String about) {
    return form.equals(of) && task.equals(about);
  }
}
