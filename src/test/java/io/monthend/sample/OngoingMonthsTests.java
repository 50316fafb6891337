package io.monthend.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a written month goes on. */
class OngoingMonthsTests {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final List<YearMonth> NOVEMBER = List.of(YearMonth.of(2026, 11));

  @TempDir private Path folder = Path.of("");
  private OngoingMonths months = new OngoingMonths(folder, OCTOBER);

  @BeforeEach
  void write() throws IOException {
    months = new OngoingMonths(folder, OCTOBER);
    Files.write(
        folder.resolve("employees.csv"),
        List.of(
            "employee_no,name,team,position,hire_date,training_end,probation_end,base_salary,"
                + "notice_date,last_day,leaving,notice_waived",
            "E1,日,T,CSR,2020-01-01,,,4000,,,,",
            "E2,夜,T,CSR,2020-01-01,,,4000,,,,",
            "E3,去,T,CSR,2020-01-01,,,4000,,2026-10-31,ENDED,"));
    Files.write(
        folder.resolve("roster.csv"),
        List.of(
            "employee_no,date,shift",
            "E1,2026-10-30,D",
            "E1,2026-10-31,D",
            "E2,2026-10-24,B",
            "E2,2026-10-31,C",
            "E3,2026-10-31,D"));
  }

  private List<String> rows(String file) throws IOException {
    return Files.readAllLines(folder.resolve("on").resolve(file));
  }

  @Test
  void dayStaffGoOnByTheWeekAndOthersByTheTurnAndLeaversDoNot() throws IOException {
    months.writeRosters(NOVEMBER, folder.resolve("on"));

    assertThat(rows("roster.csv"))
        .startsWith("employee_no,date,shift", "E1,2026-11-06,D", "E1,2026-11-07,D")
        .contains("E2,2026-11-01,B", "E2,2026-11-08,C", "E2,2026-11-09,B")
        .hasSize(1 + 8 + 7)
        .noneMatch(row -> row.startsWith("E3"));
  }

  @Test
  void everybodyIsInTimeAndNobodyPunchesInTheFuture() throws IOException {
    months.writePunches(NOVEMBER, LocalDateTime.of(2026, 11, 8, 23, 40), folder.resolve("on"));

    List<String> night =
        rows("punches.csv").stream().filter(row -> row.startsWith("E2,2026-11-08")).toList();
    assertThat(night).singleElement().asString().startsWith("E2,2026-11-08T23:2");
    assertThat(rows("punches.csv"))
        .filteredOn(row -> row.startsWith("E1,2026-11-06"))
        .satisfiesExactly(
            in -> assertThat(in).isBetween("E1,2026-11-06T08:50:00", "E1,2026-11-06T08:59:00"),
            out -> assertThat(out).isBetween("E1,2026-11-06T17:30:00", "E1,2026-11-06T17:39:00"));
  }

  @Test
  void whereThereIsNothingNoFileStays() throws IOException {
    months.writeRosters(NOVEMBER, folder.resolve("on"));
    months.writeRosters(List.of(), folder.resolve("on"));

    assertThat(folder.resolve("on").resolve("roster.csv")).doesNotExist();
  }
}
