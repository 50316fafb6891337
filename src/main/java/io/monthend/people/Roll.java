package io.monthend.people;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Who is employed from when to when, as the rows of an input tell while they pass by. It makes
 * screens for facts that only need to be about somebody on it.
 */
public final class Roll implements Screen<Employee> {

  /** The place of nobody. */
  public static final int NOWHERE = -1;

  private static final int FIRST_ROOM = 256;

  private final Map<String, Integer> places = new HashMap<>();
  private int[] hireDays = new int[FIRST_ROOM];
  private int[] lastDays = new int[FIRST_ROOM];
  private boolean twice;

  /** Rows of one person mostly stand together. */
  private String latestNo = "";

  private int latestPlace = NOWHERE;

  @Override
  public void see(String employeeNo, Employee employee) {
    int place = places.size();
    if (places.putIfAbsent(employeeNo, place) != null) {
      twice = true;
      return;
    }
    if (place == hireDays.length) {
      hireDays = Arrays.copyOf(hireDays, 2 * place);
      lastDays = Arrays.copyOf(lastDays, 2 * place);
    }
    LocalDate lastDay = employee.lastDay();
    hireDays[place] = (int) employee.hireDate().toEpochDay();
    lastDays[place] = lastDay == null ? Integer.MAX_VALUE : (int) lastDay.toEpochDay();
  }

  /** Whether nobody stands on it twice. */
  @Override
  public boolean isClear() {
    return !twice;
  }

  public int size() {
    return places.size();
  }

  /** The place of a person, from 0; {@link #NOWHERE} for a stranger. */
  public int placeOf(String employeeNo) {
    if (!employeeNo.equals(latestNo)) {
      latestNo = employeeNo;
      latestPlace = places.getOrDefault(employeeNo, NOWHERE);
    }
    return latestPlace;
  }

  /** Whether the person at a place is employed on a day, counted from 1970. */
  public boolean isEmployedOn(int place, long epochDay) {
    return epochDay >= hireDays[place] && epochDay <= lastDays[place];
  }

  /** Clear as long as every fact is about somebody on the roll. */
  public <T> Screen<T> known() {
    return new OnIt<>(Integer.MAX_VALUE);
  }

  /** Clear as long as every fact is about somebody on the roll, and nobody has two. */
  public <T> Screen<T> oneEach() {
    return new OnIt<>(1);
  }

  private final class OnIt<T> implements Screen<T> {

    private final int most;
    private final BitSet seen = new BitSet();
    private boolean clear = true;

    OnIt(int most) {
      this.most = most;
    }

    @Override
    public void see(String employeeNo, T fact) {
      int place = placeOf(employeeNo);
      clear &= place != NOWHERE && !(most == 1 && seen.get(place));
      if (clear) {
        seen.set(place);
      }
    }

    @Override
    public boolean isClear() {
      return clear;
    }
  }
}
