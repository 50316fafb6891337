package io.monthend.rulebook;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class LabelsTests {

  private static final String FILE = "/rulebook/customer-service-1.yaml";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

  private static final Set<String> LANGUAGES = Set.of("zh-Hant", "zh-Hans", "en");
  private static final Set<String> UNITS =
      Set.of(
          "minutes", "hours", "days", "months", "years", "points", "score", "cny", "percent",
          "times", "choice");

  // The characters our texts use that differ between the scripts, and some common ones.
  // A simplified form that is proper in traditional writing too, such as 准, is left out.
  private static final String ONLY_TRADITIONAL =
      "時資後請當經發沒計罰會於員個為並額這獎曠過記結數間開錄訓補職鐘規內來勵還試級離長"
          + "簽滿審兩僱違處組戶專實區動領項郵遲賠負話續給無減決曆應崗報單則頂響電門辭轉費責議"
          + "證繳績產準樣從帶償隨錢適達進連辦輪較論設與臺總納檢標條損懲屬參備齊點關銷變調說訴"
          + "見裡舉緊維絕約範節竊現獲潔歸檔換採幾寫圍喪務傷丟馬餘飲須雙閱閒錯醫選遞遊輕軟質護"
          + "誤認該許觸觀覺視複裝衝虛蓋舊聽網統絡筆種確盜疊異煙潛況沖權櫃機書擺據擔擇掛掃戲態"
          + "徑張幫寬嘩啟匯別儲優儀傳併亂們學國東車讓問題業價勞險稅銀滯賬帳線讀號歲體習義氣";
  private static final String ONLY_SIMPLIFIED =
      "时资后请当经发没计罚会于员个为并额这奖旷过记结数间开录训补职钟规内来励还试级离长"
          + "签满审两雇违处组户专实区动领项邮迟赔负话续给无减决历应岗报单则顶响电门辞转费责议"
          + "证缴绩产样从带偿随钱适达进连办轮较论设与总纳检标条损惩属参备齐点关销变调说诉见里"
          + "举紧维绝约节窃现获洁归档换几写围丧务伤丢马饮须双阅闲错医选递游轻软质护误认该许触"
          + "观觉视复装虚盖旧听网统络笔种确盗叠异烟潜况权柜机书摆担择挂扫戏态径张帮宽哗启汇别"
          + "储优仪传并乱们学国东车让问题业价劳险税银滞账帐线读号岁体习义气";

  private static final JsonNode BOOK = read();
  private static final JsonNode LABELS = BOOK.path("labels");

  @Test
  void theGroupsAreThoseOfTheProgram() {
    assertThat(LABELS.propertyNames())
        .containsExactlyInAnyOrder(
            "clauses",
            "incidents",
            "lines",
            "leaves",
            "positions",
            "shifts",
            "kinds",
            "exceptions",
            "reviews",
            "leaving",
            "halves");
  }

  @Test
  void everyClauseHasItsWording() {
    var clauses = new TreeSet<>(Set.of("D"));
    Map.of("A", 12, "B", 7, "C", 5, "E", 7, "F", 6, "G", 13, "H", 9, "I", 2)
        .forEach((section, last) ->
            IntStream.rangeClosed(1, last)
                .mapToObj(number -> section + number)
                .forEach(clauses::add));

    assertThat(codesOf("clauses")).isEqualTo(clauses);
  }

  @Test
  void everyClauseASettingNamesHasItsWording() {
    assertThat(codesOf("clauses")).containsAll(clausesOfSettings());
  }

  @Test
  void everyIncidentOfTheCatalogueHasAName() {
    assertThat(codesOf("incidents")).isEqualTo(namesIn("incidents"));
  }

  @Test
  void everyLeaveTypeHasAName() {
    assertThat(codesOf("leaves")).isEqualTo(namesIn("leave.types"));
  }

  @Test
  void everyShiftHasAName() {
    assertThat(codesOf("shifts")).isEqualTo(namesIn("workingTime.shifts"));
  }

  @Test
  void everyKindOfIncidentHasAName() {
    assertThat(codesOf("kinds"))
        .isEqualTo(new TreeSet<>(BOOK.path("incidents").findValuesAsString("kind")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      textBlock =
          """
          lines      : BASE LEAVE_UNPAID ABSENCE PERFORMANCE REWARD BONUS FINE FINE_PAID FORFEITURE COMPENSATION TRAINING_FEE STATUTORY_GUARD CORRECTION
          positions  : CSR RECEPTION LEADER TRAINER SUPERVISOR MANAGER ASSISTANT
          exceptions : MISSING_PUNCH UNROSTERED_PUNCH DISMISSAL_REVIEW PAY_FORFEITED NEGATIVE_NET DEDUCTION_OVER_LIMIT BELOW_MINIMUM_WAGE BONUS_NOT_SET UNMATCHED_PAYMENT BLOCKED LEAVE_PAPERS_OPEN
          reviews    : SCORE_BELOW_60 LAST_TWO_MONTHS ABSENT_OVER_2_DAYS
          leaving    : RESIGNED DISMISSED ENDED
          halves     : AM PM
          """)
  void everyFixedCodeHasAName(String group, String codes) {
    assertThat(codesOf(group)).containsExactlyInAnyOrder(codes.split(" "));
  }

  @Test
  void everyEntryIsWordedInTheThreeLanguagesAndNothingElse() {
    forEachEntry((path, entry) -> {
      assertThat(entry.propertyNames()).as(path).containsExactlyInAnyOrderElementsOf(LANGUAGES);
      entry.forEach(text -> {
        assertThat(text.isString()).as(path + " is a text").isTrue();
        assertThat(text.asString()).as(path).isNotBlank().isEqualTo(text.asString().strip());
      });
    });
  }

  @Test
  void everyPlaceholderNamesASettingWithAValueToShow() {
    forEachText((path, text) ->
        assertThat(placeholdersOf(text))
            .as(path)
            .allSatisfy(name -> assertThat(isShown(at(name))).as(name).isTrue()));
  }

  @Test
  void theThreeLanguagesShowTheSameSettings() {
    forEachEntry((path, entry) ->
        assertThat(entry.valueStream().map(text -> placeholdersOf(text.asString())).distinct())
            .as(path)
            .hasSize(1));
  }

  @Test
  void noNumberOfPolicyStandsInAText() {
    forEachText((path, text) -> assertThat(wordsOf(text)).as(path).doesNotContainPattern("\\d"));
  }

  @Test
  void noBraceStandsOutsideAPlaceholder() {
    forEachText((path, text) -> assertThat(wordsOf(text)).as(path).doesNotContain("{", "}"));
  }

  @Test
  void noScriptBorrowsCharactersOfTheOther() {
    forEachEntry((path, entry) -> {
      assertThat(charactersOf(entry.path("zh-Hant").asString()))
          .as(path + ".zh-Hant")
          .doesNotContainAnyElementsOf(charactersOf(ONLY_SIMPLIFIED));
      assertThat(charactersOf(entry.path("zh-Hans").asString()))
          .as(path + ".zh-Hans")
          .doesNotContainAnyElementsOf(charactersOf(ONLY_TRADITIONAL));
    });
  }

  @Test
  void englishIsWrittenInLatinLetters() {
    forEachEntry(
        (path, entry) -> assertThat(entry.path("en").asString()).as(path).matches("\\p{ASCII}+"));
  }

  /** If one of these fails, the wording of the clause no longer tells the truth: reword it too. */
  @ParameterizedTest
  @CsvSource({
    "A1, workingTime.weeklyRestDay.choice, SUNDAY",
    "A5, workingTime.standardDays.choice, calendar-less-rest-days",
    "B2, attendance.missingPunch.choice, review",
    "C3, leave.finePer.choice, date",
    "C3, leave.types.PERSONAL.fined, always",
    "C4, leave.types.SICK.fined, without-certificate",
    "D, incidents.LATE_OR_EARLY.fines.within, month",
    "D, incidents.LATE_OR_EARLY.fines.then, repeat",
    "E6, pay.performance.prorate.choice, false",
    "G1, pay.base.choice, calendar-days",
    "E1, evaluation.evaluated.positions, CSR RECEPTION LEADER TRAINER",
    "G6, pay.bonus.positions, MANAGER ASSISTANT",
    "G7, pay.forfeiture.choice, to-zero"
  })
  void theClauseFitsTheChoiceItPutsIntoWords(String clause, String setting, String choice) {
    var chosen = at(setting);
    var values = chosen.isArray() ? chosen.valueStream() : Stream.of(chosen);
    assertThat(values.map(JsonNode::asString)).as(clause).containsExactly(choice.split(" "));
  }

  /** A3 tells their hours without a season. */
  @ParameterizedTest
  @ValueSource(strings = {"A", "B", "C"})
  void theDutyShiftsKeepTheirHoursAllYear(String shift) {
    var hours = at("workingTime.shifts").path(shift);
    assertThat(hours.path("summer")).isNotEmpty().isEqualTo(hours.path("winter"));
  }

  private static JsonNode read() {
    var mapper = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (InputStream file = Objects.requireNonNull(LabelsTests.class.getResourceAsStream(FILE))) {
      return mapper.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode at(String path) {
    return BOOK.at(JsonPointer.compile("/" + path.replace('.', '/')));
  }

  private static Set<String> namesIn(String path) {
    return new TreeSet<>(at(path).propertyNames());
  }

  private static Set<String> codesOf(String group) {
    return new TreeSet<>(LABELS.path(group).propertyNames());
  }

  private static Set<String> clausesOfSettings() {
    return BOOK.findValuesAsString("rule").stream()
        .map(rule -> rule.replaceFirst(":.*", ""))
        .collect(toCollection(TreeSet::new));
  }

  private static void forEachEntry(BiConsumer<String, JsonNode> check) {
    LABELS.forEachEntry((group, entries) ->
        entries.forEachEntry((code, entry) -> check.accept(group + "." + code, entry)));
  }

  private static void forEachText(BiConsumer<String, String> check) {
    forEachEntry((path, entry) ->
        entry.forEachEntry(
            (language, text) -> check.accept(path + "." + language, text.asString())));
  }

  private static Set<String> placeholdersOf(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> charactersOf(String text) {
    return text.codePoints().mapToObj(Character::toString).collect(toSet());
  }

  private static String wordsOf(String text) {
    return PLACEHOLDER.matcher(text).replaceAll("");
  }

  /** A bare value, a list of them, or a setting whose one unit key holds either; never "none". */
  private static boolean isShown(JsonNode setting) {
    if (setting.isObject()) {
      var units = setting.propertyStream().filter(entry -> UNITS.contains(entry.getKey())).toList();
      return units.size() == 1 && isBare(units.getFirst().getValue());
    }
    return isBare(setting);
  }

  private static boolean isBare(JsonNode value) {
    if (value.isArray()) {
      return !value.isEmpty() && value.valueStream().allMatch(LabelsTests::isBareValue);
    }
    return isBareValue(value);
  }

  private static boolean isBareValue(JsonNode value) {
    return value.isValueNode() && !value.isNull() && !value.asString().equals("none");
  }
}
