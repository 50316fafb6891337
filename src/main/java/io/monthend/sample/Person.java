package io.monthend.sample;

import org.jspecify.annotations.Nullable;

/** Somebody on a seat. Everything that ever happens to a person is drawn from the tenure's key. */
record Person(Seat seat, Tenure tenure, StaffNumber number, Contract contract, boolean hopeless) {

  private static final int CHARACTER = "character".hashCode();
  private static final int COVER = "cover".hashCode();

  static Person of(Company company, int seatIndex, Month month) {
    Seat seat = Seat.at(company.seed(), seatIndex);
    Tenure tenure = Tenure.of(seat, company.firstIndex(), month.index());
    return new Person(
        seat,
        tenure,
        StaffNumber.of(seatIndex, tenure.successor(), company.employees()),
        Contract.of(seat.position(), tenure),
        isHopeless(company, seat, tenure));
  }

  long key() {
    return tenure.key();
  }

  Position position() {
    return seat.position();
  }

  boolean isFemale() {
    return (key() & 0xff) < 140;
  }

  /** One in twenty is late more often and breaks more rules. */
  boolean isCareless() {
    return Long.remainderUnsigned(Dice.hash(key(), CHARACTER), 20) == 7;
  }

  /** The rostered shift of the day, or none on a day of rest or outside the employment. */
  @Nullable Shift shiftOn(int day) {
    if (!contract.employedOn(day)) {
      return null;
    }
    Shift shift = seat.rotation().on(day, seat.phase());
    return shift == null && covers(day) ? seat.rotation().cover() : shift;
  }

  /** Now and then somebody works on a day of rest. */
  boolean covers(int day) {
    return Long.remainderUnsigned(Dice.hash(Dice.hash(key(), COVER), day), 120) == 0
        && seat.rotation().on(day, seat.phase()) == null;
  }

  /** A few break so many rules that their score is 0 every month, which makes them last. */
  private static boolean isHopeless(Company company, Seat seat, Tenure tenure) {
    if (seat.index() == Seat.weakest(company.seed(), company.employees())
        && tenure.successor() == 0) {
      return true;
    }
    return seat.position().isEvaluated()
        && Long.remainderUnsigned(Dice.hash(tenure.key(), CHARACTER), 1500) == 1;
  }
}
