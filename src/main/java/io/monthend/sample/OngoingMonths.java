package io.monthend.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The months behind a written one: whoever has no last day goes on working as in its last days, day
 * staff week by week and the others in turns of eight days, and everybody is in time.
 *
 * @param before the folder of the written month
 * @param last that month
 */
public record OngoingMonths(Path before, YearMonth last) {

  private static final String ROSTER = "roster.csv";
  private static final String PUNCHES = "punches.csv";
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final int WEEK = 7;
  private static final int TURN = 8;
  private static final int LAST_DAY = 9;
  private static final int MINUTES_AROUND = 9;

  /** Somebody's shift on a date. */
  private record Turn(String employeeNo, LocalDate date, Shift shift) {

    Stream<LocalDateTime> punches() {
      int day = Days.of(date);
      int spread = (employeeNo + date).hashCode();
      LocalDateTime midnight = date.atStartOfDay();
      return Stream.of(
          midnight.plusMinutes(shift.start() - 1L - Math.floorMod(spread, MINUTES_AROUND)),
          midnight.plusMinutes(shift.end(day) + Math.floorMod(spread / WEEK, MINUTES_AROUND)));
    }
  }

  /** Writes the rosters of months into {@code roster.csv} of a folder; of no month, no file. */
  public void writeRosters(List<YearMonth> months, Path folder) throws IOException {
    List<String> rows =
        turns(months).stream()
            .map(turn -> turn.employeeNo + "," + turn.date + "," + turn.shift)
            .toList();
    write(folder.resolve(ROSTER), "employee_no,date,shift", rows);
  }

  /** Writes the punches of months up to a time into {@code punches.csv} of a folder. */
  public void writePunches(List<YearMonth> months, LocalDateTime until, Path folder)
      throws IOException {
    List<String> rows =
        turns(months).stream()
            .flatMap(turn ->
                turn.punches()
                    .filter(at -> at.isBefore(until))
                    .map(at -> turn.employeeNo + "," + SECONDS.format(at)))
            .toList();
    write(folder.resolve(PUNCHES), "employee_no,at", rows);
  }

  private static void write(Path file, String header, List<String> rows) throws IOException {
    if (rows.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    List<String> lines = new ArrayList<>(List.of(header));
    lines.addAll(rows);
    Files.createDirectories(file.resolveSibling(".").normalize());
    Files.write(file, lines);
  }

  private List<Turn> turns(List<YearMonth> months) throws IOException {
    Map<String, TreeMap<LocalDate, Shift>> rosters = rosters();
    List<Turn> turns = new ArrayList<>();
    for (YearMonth month : months) {
      rosters.forEach((employeeNo, roster) ->
          month
              .atDay(1)
              .datesUntil(month.atEndOfMonth().plusDays(1))
              .forEach(date -> {
                Shift shift = roster.get(model(date, roster.containsValue(Shift.D) ? WEEK : TURN));
                if (shift != null) {
                  turns.add(new Turn(employeeNo, date, shift));
                }
              }));
    }
    return turns;
  }

  /** The day among the last of the written month that a later one is like. */
  private LocalDate model(LocalDate date, int days) {
    long since = date.toEpochDay() - last.atEndOfMonth().toEpochDay();
    return last.atEndOfMonth().minusDays(Math.floorMod(-since, days));
  }

  private Map<String, TreeMap<LocalDate, Shift>> rosters() throws IOException {
    Map<String, TreeMap<LocalDate, Shift>> rosters = new LinkedHashMap<>();
    for (String[] employee : rows("employees.csv")) {
      if (employee[LAST_DAY].isEmpty()) {
        rosters.put(employee[0], new TreeMap<>());
      }
    }
    for (String[] row : rows(ROSTER)) {
      TreeMap<LocalDate, Shift> roster = rosters.get(row[0]);
      if (roster != null) {
        roster.put(LocalDate.parse(row[1]), Shift.valueOf(row[2]));
      }
    }
    return rosters;
  }

  private List<String[]> rows(String file) throws IOException {
    try (Stream<String> lines = Files.lines(before.resolve(file))) {
      return lines.skip(1).map(line -> line.split(",", -1)).toList();
    }
  }
}
