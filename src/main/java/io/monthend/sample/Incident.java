package io.monthend.sample;

/**
 * One incident; columns that stay blank are 0 for minutes and amount (in fen), {@link Days#NONE}
 * for points.
 */
record Incident(int day, IncidentCode code, int minutes, int points, int amount, String note) {

  static Incident drawn(Dice dice, int day, IncidentCode code, String note) {
    return new Incident(day, code, code.minutes(dice), code.points(dice), code.amount(dice), note);
  }
}
