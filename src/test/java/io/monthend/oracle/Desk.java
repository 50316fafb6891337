package io.monthend.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a small month's input files and closes it: October 2026, 27 standard days, daily pay 200.
 */
final class Desk {

  private static final Map<String, String> HEADERS =
      Map.of(
          "employees",
          "employee_no,name,team,position,hire_date,training_end,probation_end,base_salary,notice_date,last_day,leaving,notice_waived",
          "roster",
          "employee_no,date,shift",
          "punches",
          "employee_no,at",
          "leaves",
          "leave_no,employee_no,type,from_date,from_half,to_date,to_half,certificate,approved",
          "incidents",
          "incident_no,employee_no,date,code,minutes,points,amount,note",
          "exams",
          "employee_no,date,score",
          "kpis",
          "employee_no,workload,quality,complaint_rate",
          "fine_payments",
          "employee_no,date,code,amount",
          "history",
          "employee_no,month,score,last");

  private final Path folder;
  private final Map<String, List<String>> files = new LinkedHashMap<>();

  Desk(Path folder) {
    this.folder = folder;
  }

  Desk row(String file, String row) {
    files
        .computeIfAbsent(
            file, name -> new ArrayList<>(List.of(Objects.requireNonNull(HEADERS.get(name)))))
        .add(row);
    return this;
  }

  /** Somebody long employed on 5400. */
  Desk worker(String no) {
    return employee(no, "CSR", "");
  }

  /** {@code terms}: training_end,probation_end,notice_date,last_day,leaving,notice_waived. */
  Desk employee(String no, String position, String terms) {
    String[] t = (terms + ",,,,,").split(",", -1);
    String row =
        "%s,name,T,%s,2024-03-01,%s,%s,5400.00,%s,%s,%s,%s"
            .formatted(no, position, t[0], t[1], t[2], t[3], t[4], t[5]);
    return row("employees", row);
  }

  /** A rostered shift and the times punched on October's days, such as {@code 05T08:58:00}. */
  Desk shift(String no, String day, String code, String... punches) {
    row("roster", no + ",2026-10-" + day + "," + code);
    for (String punch : punches) {
      punch(no, punch);
    }
    return this;
  }

  Desk punch(String no, String at) {
    return row("punches", no + ",2026-10-" + at);
  }

  /** Day shifts from one day to another, Sundays too, each punched on time. */
  Desk present(String no, int from, int to) {
    for (int day = from; day <= to; day++) {
      String date = "%02d".formatted(day);
      shift(no, date, "D", date + "T08:50:00", date + "T17:32:00");
    }
    return this;
  }

  /** Shift A on every day of October up to one, with nobody there. */
  Desk rosteredAllMonth(String no, int lastDay) {
    for (int day = 1; day <= lastDay; day++) {
      row("roster", no + "," + LocalDate.of(2026, 10, day) + ",A");
    }
    return this;
  }

  Map<String, List<String>> close() {
    return close(YearMonth.of(2026, 10), Published.nothing()).files();
  }

  Oracle.Closed close(YearMonth month, Published earlier) {
    try {
      for (Map.Entry<String, List<String>> file : files.entrySet()) {
        Files.write(folder.resolve(file.getKey() + ".csv"), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Oracle.close(month, folder, earlier);
  }

  /** One person's lines of a file without the employee number. */
  static List<String> lines(Map<String, List<String>> files, String file, String no) {
    List<String> found = new ArrayList<>();
    for (String line : files.getOrDefault(file + ".csv", List.of())) {
      if (line.startsWith(no + ",")) {
        found.add(line.substring(no.length() + 1));
      }
    }
    return found;
  }
}
