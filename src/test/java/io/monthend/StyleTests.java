package io.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the compiler cannot check about how this project is written. */
class StyleTests {

  private static final List<SourceFile> MAIN = SourceFile.below("src/main/java");
  private static final List<SourceFile> TESTS = SourceFile.below("src/test/java");

  /** The modules whose classes are values and functions of values, but for their stores. */
  private static final List<String> RULES =
      List.of(
          "kernel",
          "rulebook",
          "roster",
          "attendance",
          "leave",
          "conduct",
          "evaluation",
          "payroll");

  private static final int LONGEST_FILE = 350;

  @Test
  void noTypeIsTooLongToRead() {
    assertThat(MAIN)
        .filteredOn(file -> file.text().lines().count() > LONGEST_FILE)
        .extracting(SourceFile::path)
        .isEmpty();
  }

  @Test
  void nobodyCatchesWhateverComes() {
    assertNowhere("catch \\([^)]*\\b(Exception|Throwable|Error)\\b", file -> true);
  }

  @Test
  void onlyMoneyRounds() {
    assertNowhere(
        "\\.(setScale|divide|divideToIntegralValue|round|doubleValue|floatValue)\\(|MathContext"
            + "|Math\\.(round|floor|ceil|rint)\\(",
        file -> !isMoney(file) && !file.module().equals("sample"));
    assertNowhere(
        "(?<![\\w.])(double|float|Double|Float)\\b",
        file -> !file.isIn(List.of("sample", "cli", "database")));
  }

  @Test
  void aRoundingModeIsGivenToMoneyAndNobodyElse() {
    assertNowhere(
        "(?<=[;{}])(?!\\s*import)(?![^;{}]*\\.share\\()[^;{}]*\\b(HALF_(UP|DOWN|EVEN)|RoundingMode)\\b[^;{}]*",
        file -> !isMoney(file));
  }

  private static boolean isMoney(SourceFile file) {
    return file.path().endsWith("kernel/Money.java");
  }

  @Test
  void theTimeOfDayIsReadByKernelAndShellOnly() {
    assertNowhere(
        "\\b(LocalDate|LocalTime|LocalDateTime|YearMonth|ZonedDateTime|OffsetDateTime|Instant|Year)"
            + "\\s*\\.\\s*now\\(|Clock\\.system|currentTimeMillis|new Date\\(",
        file -> !file.isIn(List.of("kernel", "cli")));
  }

  @Test
  void theRulesKnowNothingOfTheMachine() {
    assertNowhere(
        "System\\.\\w+|Locale\\.getDefault|TimeZone\\.|ZoneId\\.systemDefault|\\b(Secure)?Random\\b"
            + "|ThreadLocal\\w*|\\.parallelStream\\(|Runtime\\.",
        file -> file.isIn(RULES));
  }

  @Test
  void theRulesKnowNothingOfFrameworksAndTables() {
    assertNowhere(
        "import (static )?(org\\.springframework|java\\.sql|javax\\.|org\\.slf4j)[\\w.]*",
        file ->
            file.isIn(RULES)
                && !isFrame(file)
                && !file.path().endsWith("package-info.java")
                && !file.path().endsWith("rulebook/RuleBooks.java"));
  }

  /** 0, 1 and 2 count and halve, 100 is percent, 31 is the room for a month of days. */
  @Test
  void theRulesHoldNoNumberOfThePolicy() {
    assertNowhere(
        "(?<![\\w.])(?!(?:0|1|2|31|100)L?\\b)\\d[\\d_.]*\\w*",
        file ->
            file.isIn(List.of("roster", "attendance", "leave", "conduct", "evaluation", "payroll"))
                && !isFrame(file));
  }

  /** Whether it is one of the stores, processes and pages around the rules. */
  private static boolean isFrame(SourceFile file) {
    return Pattern.compile("@(Component|Page|Configuration)\\b").matcher(file.code()).find();
  }

  @Test
  void namesSayWhatAThingIs() {
    assertNowhere(
        "\\b(class|record|interface|enum) \\w*(Manager|Helper|Utils?|Impl|Dto|DTO)\\b",
        file -> true);
    assertNowhere(
        "package [\\w.]*\\b(common|util|utils|helper|helpers|impl|misc)\\b", file -> true);
  }

  @Test
  void whatPeopleReadGoesThroughTheTerminal() {
    assertNowhere("System\\.(out|err)\\b|\\.printStackTrace\\(\\)", file -> true);
  }

  @Test
  void aClassWithTestsIsOneThatTheBuildRuns() {
    assertThat(TESTS)
        .filteredOn(file ->
            Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b")
                .matcher(file.code())
                .find())
        .extracting(file -> file.path().getFileName().toString())
        .hasSizeGreaterThan(15)
        .allMatch(name -> name.endsWith("Tests.java"));
  }

  @Test
  void noTestReplacesAClassOfOursByAnActor() {
    assertThat(TESTS)
        .flatExtracting(file ->
            file.occurrencesOf(Pattern.compile("import (static )?org\\.mockito[\\w.]*|@Mock\\w*")))
        .isEmpty();
  }

  private static void assertNowhere(String pattern, Predicate<SourceFile> where) {
    Pattern compiled = Pattern.compile(pattern);
    assertThat(MAIN.stream().filter(where))
        .isNotEmpty()
        .flatExtracting(file -> file.occurrencesOf(compiled))
        .isEmpty();
  }
}
