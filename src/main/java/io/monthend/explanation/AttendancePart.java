package io.monthend.explanation;

import io.monthend.attendance.AttendanceDay;
import io.monthend.explanation.Explanation.Entry;
import io.monthend.explanation.Explanation.Part;
import io.monthend.explanation.Explanation.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The attendance in short, and the days that stand out. */
final class AttendancePart {

  private final Wording words;
  private final ShiftFacts shifts;
  private final List<AttendanceDay> days;
  private final int offPostHalves;
  private final int atPostMinutes;

  AttendancePart(Dossier dossier, Wording words, ShiftFacts shifts, int offPostHalves) {
    this.words = words;
    this.shifts = shifts;
    this.days = dossier.attendance();
    this.offPostHalves = offPostHalves;
    this.atPostMinutes = dossier.rulebook().workingTime().atPostBefore().minutes();
  }

  Section inShort() {
    List<Entry> entries = new ArrayList<>();
    entries.add(row(Phrase.SHIFTS, shiftCount(days.size())));
    if (!days.isEmpty()) {
      long onTime = days.stream().filter(day -> !standsOut(day)).count();
      entries.add(row(Phrase.ON_TIME, shiftCount(onTime)));
      entries.add(row(Phrase.LATE_ROW, timesAndMinutes(AttendanceDay::lateMinutes)));
      entries.add(row(Phrase.EARLY_ROW, timesAndMinutes(AttendanceDay::earlyMinutes)));
      entries.add(row(Phrase.LEAVE_ROW, halves(AttendanceDay::leaveHalves)));
    }
    if (!days.isEmpty() || offPostHalves > 0) {
      entries.add(row(Phrase.ABSENT_ROW, absent()));
    }
    long missing = days.stream().filter(day -> day.missing() != null).count();
    if (missing > 0) {
      entries.add(row(Phrase.MISSING_ROW, words.times(missing)));
    }
    atPost().ifPresent(entries::add);
    return new Section(Part.ATTENDANCE, words.say(Phrase.ATTENDANCE), "", entries);
  }

  /** How often the person was at the post as early as A4 asks. */
  private Optional<Entry> atPost() {
    long arrivals = days.stream().filter(day -> day.in() != null).count();
    long atPost = days.stream().filter(shifts::isAtPost).count();
    return arrivals == 0
        ? Optional.empty()
        : Optional.of(
            Entry.of(
                words.say(Phrase.AT_POST, words.minutes(atPostMinutes)),
                words.say(Phrase.AT_POST_COUNT, atPost, arrivals)));
  }

  Section standingOut() {
    return new Section(
        Part.DAYS,
        words.say(Phrase.STANDING_OUT),
        "",
        days.stream()
            .filter(AttendancePart::standsOut)
            .map(day -> Entry.of(shifts.shift(day), shifts.happened(day)))
            .toList());
  }

  private static boolean standsOut(AttendanceDay day) {
    return day.lateMinutes() > 0
        || day.earlyMinutes() > 0
        || day.leaveHalves() > 0
        || day.absentHalves() > 0
        || day.missing() != null;
  }

  private Entry row(Phrase label, String value) {
    return Entry.of(words.say(label), value);
  }

  private String shiftCount(long count) {
    return count == 0 ? words.say(Phrase.NONE) : words.say(Phrase.SHIFT_COUNT, count);
  }

  private String timesAndMinutes(ToIntFunction<AttendanceDay> minutes) {
    long times = days.stream().filter(day -> minutes.applyAsInt(day) > 0).count();
    return times == 0
        ? words.say(Phrase.NONE)
        : words.say(
            Phrase.TIMES_AND_MINUTES,
            words.times(times),
            words.minutes(days.stream().mapToInt(minutes).sum()));
  }

  private String halves(ToIntFunction<AttendanceDay> halves) {
    int sum = days.stream().mapToInt(halves).sum();
    return sum == 0 ? words.say(Phrase.NONE) : words.days(sum);
  }

  private String absent() {
    String absent = halves(AttendanceDay::absentHalves);
    return offPostHalves == 0
        ? absent
        : words.fact(absent, words.say(Phrase.OFF_POST_TOO, words.days(offPostHalves)));
  }
}
