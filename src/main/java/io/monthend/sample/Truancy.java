package io.monthend.sample;

/** The days of a month on which somebody simply does not come; mostly there are none. */
record Truancy(int from, int to) {

  private static final int TOPIC = "truancy".hashCode();
  private static final Truancy NEVER = new Truancy(Days.NONE, Days.NONE);

  /** One person in two hundred stays away long enough to count as having left (F4). */
  static Truancy of(Person person, Month month) {
    Dice dice = Dice.of(person.key(), TOPIC, month.index());
    if (!dice.perMille(5)) {
      return NEVER;
    }
    int from = month.first() + dice.below(month.length());
    return new Truancy(from, Math.min(month.last(), from + dice.between(2, 5)));
  }

  boolean on(int day) {
    return day >= from && day <= to;
  }
}
