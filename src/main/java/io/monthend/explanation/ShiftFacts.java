package io.monthend.explanation;

import io.monthend.attendance.AttendanceDay;
import io.monthend.leave.Half;
import io.monthend.leave.Leave;
import io.monthend.leave.LeaveRequest;
import io.monthend.roster.RosteredShift;
import io.monthend.roster.ShiftTimes;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened on a rostered shift, in words. */
final class ShiftFacts {

  private final Dossier dossier;
  private final Wording words;
  private final LeaveFacts leaves;

  ShiftFacts(Dossier dossier, Wording words, LeaveFacts leaves) {
    this.dossier = dossier;
    this.words = words;
    this.leaves = leaves;
  }

  /** {@code Thu 1 Oct, Night shift 23:30-07:30}. */
  String shift(AttendanceDay day) {
    return words.shift(day.date(), day.shift());
  }

  /** How a person came. */
  String arrival(AttendanceDay day) {
    return words.colon(shift(day), words.fact(leave(day), punches(day), late(day)));
  }

  /** How a person left. */
  String departure(AttendanceDay day) {
    return words.colon(shift(day), words.fact(leave(day), punches(day), early(day)));
  }

  /** All of it, with a leave that was asked for in vain. */
  String absence(AttendanceDay day) {
    List<String> refused =
        dossier.leaves().stream()
            .filter(request -> !request.approved() && request.leave().halvesOn(day.date()) > 0)
            .map(LeaveRequest::leave)
            .map(leaves::refused)
            .toList();
    return words.fact(
        words.colon(shift(day), happened(day)), String.join(words.say(Phrase.AND_THEN), refused));
  }

  /** All of it but the shift itself. */
  String happened(AttendanceDay day) {
    String absent =
        day.absentHalves() > 0 ? words.say(Phrase.ABSENT, words.days(day.absentHalves())) : "";
    return words.fact(leave(day), punches(day), late(day), early(day), absent);
  }

  private String late(AttendanceDay day) {
    return day.lateMinutes() > 0 ? words.say(Phrase.LATE, words.minutes(day.lateMinutes())) : "";
  }

  private String early(AttendanceDay day) {
    return day.earlyMinutes() > 0 ? words.say(Phrase.EARLY, words.minutes(day.earlyMinutes())) : "";
  }

  private String punches(AttendanceDay day) {
    if (day.in() == null && day.out() == null) {
      return day.absentHalves() > 0 ? words.say(Phrase.NO_PUNCH) : "";
    }
    return words.list(
        List.of(
            day.in() == null
                ? words.say(Phrase.NO_IN)
                : words.say(Phrase.IN, words.timeOf(day.date(), day.in())),
            day.out() == null
                ? words.say(Phrase.NO_OUT)
                : words.say(Phrase.OUT, words.timeOf(day.date(), day.out()))));
  }

  private String leave(AttendanceDay day) {
    if (day.leaveHalves() == 0) {
      return "";
    }
    if (day.leaveHalves() == 2) {
      return words.say(Phrase.ON_LEAVE, types(day.date(), Half.values()));
    }
    Half half = isOnLeave(day.date(), Half.AM) ? Half.AM : Half.PM;
    return words.fact(
        words.say(Phrase.HALF_ON_LEAVE, leaves.half(half), types(day.date(), half)),
        due(day, half));
  }

  private String due(AttendanceDay day, Half onLeave) {
    Optional<ShiftTimes> times = times(day);
    return times
        .map(shift ->
            switch (onLeave) {
              case AM ->
                  words.say(Phrase.DUE_FROM, words.timeOf(day.date(), shift.secondHalfStart()));
              case PM ->
                  words.say(Phrase.DUE_UNTIL, words.timeOf(day.date(), shift.firstHalfEnd()));
            })
        .orElse("");
  }

  private String types(LocalDate date, Half... halves) {
    List<String> types = new ArrayList<>();
    for (Half half : halves) {
      dossier.approved().stream()
          .filter(leave -> leave.covers(date, half))
          .map(leaves::type)
          .filter(type -> !types.contains(type))
          .forEach(types::add);
    }
    return words.list(types);
  }

  private boolean isOnLeave(LocalDate date, Half half) {
    return dossier.approved().stream().anyMatch((Leave leave) -> leave.covers(date, half));
  }

  private Optional<ShiftTimes> times(AttendanceDay day) {
    return new RosteredShift(day.date(), day.shift()).times(dossier.rulebook().workingTime());
  }

  /** Whether a person was at the post so long before the part that is due (A4). */
  boolean isAtPost(AttendanceDay day) {
    LocalDateTime in = day.in();
    int minutes = dossier.rulebook().workingTime().atPostBefore().minutes();
    return in != null
        && times(day)
            .map(shift -> isOnLeave(day.date(), Half.AM) ? shift.secondHalfStart() : shift.start())
            .filter(start -> !in.isAfter(start.minusMinutes(minutes)))
            .isPresent();
  }
}
