package io.monthend.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyTests {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "2026-10, 1, 700",
    "2028-02, 2, 700", // a leap year
    "2026-02, 3, 700", // begins on a Sunday
    "2026-12, 4, 700",
    "2026-04, -5, 400", // winter hours, summer's are next
    "2026-05, 6, 400",
    "2026-09, 7, 400",
    "1970-01, 8, 400", // nothing may lie before it
    "1970-02, 9, 400",
    "2199-12, 10, 400", // nothing may lie after it
    "2100-02, 11, 400", // no leap year
  })
  void everyMonthIsOneTheImportTakes(YearMonth month, long seed, int employees) throws IOException {
    GeneratedMonth generated =
        GeneratedMonth.write(Company.of(seed, employees, month), month, folder);
    assertThat(generated.findings()).isEmpty();
    assertThat(generated.rows("employees.csv")).hasSize(employees);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 11, 12, 13, 25})
  void tinyCompaniesAreTakenToo(int employees) throws IOException {
    for (int seed = 0; seed < 5; seed++) {
      Path parent = folder.resolve("seed" + seed);
      Company company = Company.of(seed, employees, OCTOBER);
      GeneratedMonth generated = GeneratedMonth.write(company, OCTOBER, parent);
      assertThat(generated.findings()).isEmpty();
      assertThat(generated.rows("employees.csv")).hasSize(employees);
    }
  }

  @Test
  void theSameArgumentsWriteTheSameBytesWhateverTheMachineIsSetTo() throws IOException {
    Company company = Company.of(42, 300, OCTOBER);
    String expected = GeneratedMonth.write(company, OCTOBER, folder.resolve("a")).digest();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      assertThat(GeneratedMonth.write(company, OCTOBER, folder.resolve("b")).digest())
          .isEqualTo(expected);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  /** The bytes a seed stands for; another value here means that earlier samples are no more. */
  @Test
  void aSeedStandsForTheseBytes() throws IOException {
    Company company = Company.of(42, 100, OCTOBER);
    assertThat(GeneratedMonth.write(company, OCTOBER, folder).digest())
        .isEqualTo("d5db8ee265094694e764f6e43c0d7e36ec370f661027ece48d393600136bb763");
  }

  @Test
  void anotherSeedIsAnotherCompany() throws IOException {
    String one =
        GeneratedMonth.write(Company.of(1, 30, OCTOBER), OCTOBER, folder.resolve("a")).digest();
    String other =
        GeneratedMonth.write(Company.of(2, 30, OCTOBER), OCTOBER, folder.resolve("b")).digest();
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void theFirstPeopleAreNumberedFromOneWideEnoughForThoseWhoFollow() throws IOException {
    GeneratedMonth generated = GeneratedMonth.write(Company.of(1, 30, OCTOBER), OCTOBER, folder);
    assertThat(generated.table("employees.csv").column("employee_no"))
        .startsWith("E0000001", "E0000002")
        .endsWith("E0000030");
    assertThat(StaffNumber.of(0, 0, 1_000_000)).hasToString("E00000001");
    assertThat(StaffNumber.of(1_999_999, 60, 2_000_000)).hasToString("E122000000");
  }

  @Test
  void progressAndResultTellTheRowsPerFile() throws IOException {
    List<Long> told = new ArrayList<>();
    Company company = Company.of(1, 20_000, OCTOBER);
    Written written = company.write(OCTOBER, folder, (at, people, rows) -> told.add(rows));
    assertThat(told).hasSize(2).isSorted().last().isEqualTo(written.total());
    assertThat(written.rows())
        .containsEntry("employees.csv", 20_000L)
        .containsOnlyKeys(
            "employees.csv",
            "roster.csv",
            "punches.csv",
            "leaves.csv",
            "incidents.csv",
            "exams.csv",
            "kpis.csv",
            "bonuses.csv",
            "fine_payments.csv",
            "history.csv");
  }

  @Test
  void sizesAndMonthsOutsideTheContractAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Company.of(1, 0, OCTOBER));
    assertThatIllegalArgumentException().isThrownBy(() -> Company.of(1, 2_000_001, OCTOBER));
    assertThatIllegalArgumentException().isThrownBy(() -> Company.of(1, 1, YearMonth.of(1969, 12)));
    assertThatIllegalArgumentException().isThrownBy(() -> Company.of(1, 1, YearMonth.of(2200, 1)));
    Company company = Company.of(1, 1, OCTOBER);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> company.write(YearMonth.of(2026, 9), folder, (at, people, rows) -> {}))
        .withMessage("The company has months from 2026-10 to 2199-12, not 2026-09");
  }
}
