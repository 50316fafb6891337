package io.monthend.roster;

import io.monthend.kernel.PayMonth;
import io.monthend.people.Roll;
import io.monthend.people.Screen;
import io.monthend.rulebook.WorkingTime;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A roster is clear if everybody on it is employed on the date, has one shift a date at most, and
 * rests between shifts (A6). It remembers a byte for each person and date of the month and half a
 * month around it; shifts farther away, or of more people than there is room for, are not clear.
 */
final class RosterScreen implements Screen<RosteredShift> {

  private static final int MARGIN = 31 / 2;
  private static final int MOST_CELLS = Integer.MAX_VALUE / 2 / 2 / 2;

  private final Roll roll;
  private final long firstDay;
  private final int days;
  private final Map<String, Integer> codes = new HashMap<>();

  /** By date, earlier and later shift: no rest between them; 0 stands for no shift. */
  private final boolean[][][] clashes;

  /** By date and shift: too long without a break. */
  private final boolean[][] tooLong;

  /** By person and date: the number of the shift, or 0. */
  private final byte[] shifts;

  private boolean clear;

  RosterScreen(Roll roll, PayMonth month, WorkingTime workingTime) {
    this.roll = roll;
    LocalDate first = month.first().minusDays(MARGIN);
    firstDay = first.toEpochDay();
    days = month.days() + 2 * MARGIN;
    workingTime.shifts().keySet().forEach(shift -> codes.put(shift, codes.size() + 1));
    List<LocalDate> dates = first.datesUntil(first.plusDays(days)).toList();
    RestRule rule = new RestRule(workingTime);
    clashes = new boolean[days][codes.size() + 1][codes.size() + 1];
    for (RestRule.Clash clash : rule.clashes(dates)) {
      clashes[index(clash.date())][code(clash.earlier())][code(clash.later())] = true;
    }
    tooLong = new boolean[days][codes.size() + 1];
    for (RosteredShift shift : rule.tooLong(dates)) {
      tooLong[index(shift.date())][code(shift.shift())] = true;
    }
    clear = roll.isClear() && codes.size() <= Byte.MAX_VALUE && roll.size() <= MOST_CELLS / days;
    shifts = new byte[clear ? roll.size() * days : 0];
  }

  private int index(LocalDate date) {
    return (int) (date.toEpochDay() - firstDay);
  }

  private int code(String shift) {
    return codes.getOrDefault(shift, 0);
  }

  @Override
  public void see(String employeeNo, RosteredShift shift) {
    if (!clear) {
      return;
    }
    int place = roll.placeOf(employeeNo);
    int day = index(shift.date());
    clear =
        place != Roll.NOWHERE
            && day > 0
            && day < days - 1
            && roll.isEmployedOn(place, shift.date().toEpochDay())
            && fits(place * days + day, day, code(shift.shift()));
  }

  private boolean fits(int cell, int day, int code) {
    boolean fits =
        shifts[cell] == 0
            && !tooLong[day][code]
            && !clashes[day][shifts[cell - 1]][code]
            && !clashes[day + 1][code][shifts[cell + 1]];
    shifts[cell] = (byte) code;
    return fits;
  }

  @Override
  public boolean isClear() {
    return clear;
  }
}
