package io.monthend.sample;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of one month, in the columns of the contract. */
final class MonthFiles implements Closeable {

  private static final String HISTORY = "history.csv";
  private static final int RATE_DECIMALS = 6;

  private final Path folder;
  private final List<CsvFile> open;
  private final CsvFile employees;
  private final CsvFile roster;
  private final CsvFile punches;
  private final CsvFile leaves;
  private final CsvFile incidents;
  private final CsvFile exams;
  private final CsvFile kpis;
  private final CsvFile bonuses;
  private final CsvFile payments;
  private final CsvFile history;

  private MonthFiles(Path folder, List<CsvFile> open, boolean isFirst) throws IOException {
    this.folder = folder;
    this.open = open;
    employees =
        open(
            "employees.csv",
            "employee_no,name,team,position,hire_date,training_end,probation_end,base_salary,"
                + "notice_date,last_day,leaving,notice_waived");
    roster = open("roster.csv", "employee_no,date,shift");
    punches = open("punches.csv", "employee_no,at");
    leaves =
        open(
            "leaves.csv",
            "leave_no,employee_no,type,from_date,from_half,to_date,to_half,certificate,approved");
    incidents =
        open("incidents.csv", "incident_no,employee_no,date,code,minutes,points,amount,note");
    exams = open("exams.csv", "employee_no,date,score");
    kpis = open("kpis.csv", "employee_no,workload,quality,complaint_rate");
    bonuses = open("bonuses.csv", "employee_no,amount");
    payments = open("fine_payments.csv", "employee_no,date,code,amount");
    history = isFirst ? open(HISTORY, "employee_no,month,score,last") : CsvFile.nowhere(HISTORY);
  }

  /**
   * Makes the folder if need be; files of these names in it are written anew, and a history from an
   * earlier writing is taken away where the month has none.
   */
  static MonthFiles create(Path folder, boolean isFirst) throws IOException {
    Files.createDirectories(folder);
    if (!isFirst) {
      Files.deleteIfExists(folder.resolve(HISTORY));
    }
    List<CsvFile> open = new ArrayList<>();
    try {
      return new MonthFiles(folder, open, isFirst);
    } catch (IOException e) {
      closeAll(open, e);
      throw e;
    }
  }

  long rows() {
    return open.stream().mapToLong(CsvFile::rows).sum();
  }

  Written written() {
    Map<String, Long> rows = new LinkedHashMap<>();
    open.forEach(file -> rows.put(file.name(), file.rows()));
    return new Written(rows);
  }

  void employee(Person person, Month month) throws IOException {
    Contract contract = person.contract();
    employees
        .row(person.number().cell())
        .words(Names.of(person))
        .text(person.seat().teamName())
        .text(person.position().name())
        .date(contract.hire())
        .date(contract.trainingEnd())
        .date(contract.probationEnd())
        .decimal(contract.salary(), 2);
    if (contract.leavingKnownBy(month.last())) {
      employees
          .date(contract.farewell().notice())
          .date(contract.lastDay())
          .text(contract.farewell().leaving())
          .text(contract.farewell().waived());
    } else {
      employees.blank().blank().blank().blank();
    }
    employees.end();
  }

  void roster(Person person, int day, Shift shift) throws IOException {
    roster.row(person.number().cell()).date(day).letter(shift.letter()).end();
  }

  void punch(Person person, int day, int secondOfDay) throws IOException {
    punches.row(person.number().cell()).time(day, secondOfDay).end();
  }

  void leave(Person person, Leave leave) throws IOException {
    leaves
        .row(numbered('L', leave.begun(), person, leave.serial()))
        .text(person.number().toString())
        .text(leave.type().name())
        .date(leave.from())
        .text(half(leave.fromHalf()))
        .date(leave.to())
        .text(half(leave.toHalf()))
        .text(leave.certificate())
        .text(leave.approved() ? "Y" : "N")
        .end();
  }

  /** Numbers a person's incidents of a month, or of the time before it, from 1. */
  void incidents(Person person, List<Incident> recorded) throws IOException {
    int serial = 0;
    for (Incident incident : recorded) {
      serial++;
      incidents
          .row(numbered('I', Month.containing(incident.day()), person, serial))
          .text(person.number().toString())
          .date(incident.day())
          .text(incident.code().name())
          .text(incident.minutes() == 0 ? "" : Integer.toString(incident.minutes()))
          .text(incident.points() == Days.NONE ? "" : Integer.toString(incident.points()));
      if (incident.amount() == 0) {
        incidents.blank();
      } else {
        incidents.decimal(incident.amount(), 2);
      }
      incidents.words(incident.note()).end();
    }
  }

  void exam(Person person, int day, int score) throws IOException {
    exams.row(person.number().cell()).date(day).decimal(score, 2).end();
  }

  void keyFigures(Person person, int workload, int quality, int complaintRate) throws IOException {
    kpis.row(person.number().cell())
        .text(Integer.toString(workload))
        .decimal(quality, RATE_DECIMALS);
    if (complaintRate == Days.NONE) {
      kpis.blank();
    } else {
      kpis.decimal(complaintRate, RATE_DECIMALS);
    }
    kpis.end();
  }

  void bonus(Person person, int amount) throws IOException {
    bonuses.row(person.number().cell()).decimal(amount, 2).end();
  }

  void payment(Person person, Payment payment) throws IOException {
    payments
        .row(person.number().cell())
        .date(payment.day())
        .text(payment.code())
        .decimal(payment.amount(), 2)
        .end();
  }

  /** An evaluation of a month before this system. */
  void history(Person person, Month month, int score, boolean last) throws IOException {
    history
        .row(person.number().cell())
        .text(month.yearMonth().toString())
        .text(Integer.toString(score))
        .letter(last ? 'Y' : 'N')
        .end();
  }

  @Override
  public void close() throws IOException {
    IOException failure = closeAll(open, null);
    if (failure != null) {
      throw failure;
    }
  }

  private CsvFile open(String name, String header) throws IOException {
    CsvFile file = CsvFile.create(folder, name, header);
    open.add(file);
    return file;
  }

  /** Closes every file, whatever becomes of the others; what goes wrong joins the failure given. */
  private static @Nullable IOException closeAll(
      List<CsvFile> files, @Nullable IOException failure) {
    IOException first = failure;
    for (CsvFile file : files) {
      try {
        file.close();
      } catch (IOException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    return first;
  }

  /** As in {@code L202610-E0000012-1}: month, person and a count make it the only one. */
  private static String numbered(char kind, Month month, Person person, int serial) {
    return kind + Integer.toString(month.digits()) + "-" + person.number() + "-" + serial;
  }

  private static String half(int half) {
    return Math.floorMod(half, 2) == 0 ? "AM" : "PM";
  }
}
