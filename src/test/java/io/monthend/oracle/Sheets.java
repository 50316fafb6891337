package io.monthend.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The output files as lines of text. */
final class Sheets {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private Sheets() {}

  static Map<String, List<String>> of(List<Worker> everyone) {
    Map<String, List<String>> files = new LinkedHashMap<>();
    files.put("payslips.csv", payslips(everyone));
    files.put("payslip_lines.csv", payslipLines(everyone));
    files.put("evaluation_lines.csv", evaluationLines(everyone));
    files.put("attendance.csv", attendance(everyone));
    files.put("exceptions.csv", exceptions(everyone));
    return files;
  }

  private static List<String> payslips(List<Worker> everyone) {
    List<String> lines = begin("employee_no,name,position,base_salary,score,grade,rank,net");
    for (Worker worker : everyone) {
      if (worker.employed()) {
        boolean evaluated = worker.evaluated();
        add(
            lines,
            Text.harmless(worker.no),
            Text.harmless(worker.row.text("name")),
            worker.row.text("position"),
            money(worker.row.number("base_salary")),
            evaluated ? "" + worker.score : "",
            evaluated ? Evaluation.grade(worker.score) : "",
            worker.rank > 0 ? "" + worker.rank : "",
            money(Concerns.net(worker)));
      }
    }
    return lines;
  }

  private static List<String> payslipLines(List<Worker> everyone) {
    List<String> lines = begin("employee_no,seq,code,amount,rule,source");
    for (Worker worker : everyone) {
      int seq = 0;
      for (PayLine line : worker.payLines) {
        seq++;
        String no = Text.harmless(worker.no);
        add(lines, no, "" + seq, line.code(), money(line.amount()), line.rule(), line.source());
      }
    }
    return lines;
  }

  private static List<String> evaluationLines(List<Worker> everyone) {
    List<String> lines = begin("employee_no,seq,code,points,source");
    for (Worker worker : everyone) {
      List<Occurrence> scored = new ArrayList<>();
      for (Occurrence occurrence : worker.occurrences) {
        if (worker.evaluated() && occurrence.points() != 0) {
          scored.add(occurrence);
        }
      }
      scored.sort(Sheets::compare);
      int seq = 0;
      for (Occurrence found : scored) {
        seq++;
        String no = Text.harmless(worker.no);
        add(lines, no, "" + seq, found.code(), "" + found.points(), found.source());
      }
    }
    return lines;
  }

  private static int compare(Occurrence a, Occurrence b) {
    int byDate = a.date().compareTo(b.date());
    int byCode = Text.compare(a.code(), b.code());
    int bySource = Text.compare(a.source(), b.source());
    return byDate != 0 ? byDate : byCode != 0 ? byCode : bySource;
  }

  private static List<String> attendance(List<Worker> everyone) {
    List<String> lines =
        begin(
            "employee_no,date,shift,in,out,late_minutes,early_minutes,leave_days,absent_days,missing");
    for (Worker worker : everyone) {
      for (AttendanceDay day : worker.days) {
        addDay(lines, worker, day);
      }
    }
    return lines;
  }

  private static void addDay(List<String> lines, Worker worker, AttendanceDay day) {
    add(
        lines,
        Text.harmless(worker.no),
        day.shift().date().toString(),
        day.shift().code(),
        time(day.in()),
        time(day.out()),
        "" + day.lateMinutes(),
        "" + day.earlyMinutes(),
        days(day.leaveHalves()),
        days(day.absentHalves()),
        day.missing());
  }

  private static List<String> exceptions(List<Worker> everyone) {
    List<String> lines = begin("employee_no,kind,source");
    for (Worker worker : everyone) {
      for (Concerns.Concern concern : Concerns.of(worker)) {
        add(lines, Text.harmless(worker.no), concern.kind(), concern.source());
      }
    }
    return lines;
  }

  static String time(@Nullable LocalDateTime time) {
    return time == null ? "" : time.format(TIME);
  }

  private static String days(int halves) {
    return List.of("0.0", "0.5", "1.0").get(halves);
  }

  private static String money(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
  }

  private static List<String> begin(String header) {
    List<String> lines = new ArrayList<>();
    lines.add(header);
    return lines;
  }

  private static void add(List<String> lines, String... cells) {
    lines.add(Text.line(List.of(cells)));
  }
}
