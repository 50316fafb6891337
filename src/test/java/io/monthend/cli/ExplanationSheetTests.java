package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.explanation.Explanation;
import io.monthend.explanation.Explanation.Captions;
import io.monthend.explanation.Explanation.Clause;
import io.monthend.explanation.Explanation.Entry;
import io.monthend.explanation.Explanation.Figure;
import io.monthend.explanation.Explanation.Part;
import io.monthend.explanation.Explanation.Section;
import io.monthend.kernel.Money;
import io.monthend.kernel.Source;
import io.monthend.rulebook.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplanationSheetTests {

  private static final int COLUMNS = 96;

  private static final Clause G9 = new Clause("G9", "每筆罰款各列一行。", "");
  private static final Clause CHATTING = new Clause("D:CHATTING", "上班閒聊：扣 1 分", "");

  @Test
  void figuresStandInOneColumnWhateverTheLanguage() {
    List<String> lines =
        sheet(
            Part.PAYSLIP,
            line(1, "Base pay", amount("5400.00")),
            line(2, "罰款", amount("-10.00")),
            total("實發薪資", amount("5390.00")));
    assertThat(lines)
        .contains(
            " 1  Base pay" + " ".repeat(76) + "5,400.00",
            " 2  罰款" + " ".repeat(82) + "-10.00",
            " ".repeat(86) + "-".repeat(10),
            "    實發薪資" + " ".repeat(76) + "5,390.00");
    assertThat(lines).allSatisfy(line -> assertThat(TerminalText.width(line)).isLessThan(97));
  }

  @Test
  void factsAndClausesStandUnderTheirLine() {
    assertThat(
            sheet(
                Part.PAYSLIP,
                line(1, "罰款", amount("-10.00"), List.of("10月12日", "第 2 次"), G9, CHATTING)))
        .containsSequence(
            "    原因  10月12日",
            "          第 2 次",
            "    規則  G9  每筆罰款各列一行。",
            "          D  上班閒聊：扣 1 分");
  }

  @Test
  void aClauseGivenBeforeIsReferredTo() {
    Clause again = new Clause("D:CHATTING", CHATTING.text(), "上班閒聊：同第 1 行");
    Clause g9Again = new Clause("G9", G9.text(), "同第 1 行");
    List<String> lines =
        sheet(
            Part.PAYSLIP,
            line(1, "罰款", amount("-10.00"), List.of(), G9, CHATTING),
            line(2, "罰款", amount("-20.00"), List.of(), g9Again, again),
            line(3, "罰款", amount("-30.00"), List.of(), g9Again));
    assertThat(lines.subList(lines.size() - 4, lines.size()))
        .containsExactly(
            " 2  罰款" + " ".repeat(82) + "-20.00",
            "    規則  D  上班閒聊：同第 1 行",
            " 3  罰款" + " ".repeat(82) + "-30.00",
            "    規則  G9  同第 1 行");
  }

  @Test
  void outsideThePaySlipAClauseGivenBeforeIsLeftOut() {
    Clause again = new Clause("D:CHATTING", CHATTING.text(), "上班閒聊：同第 1 行");
    assertThat(
            sheet(
                Part.EVALUATION, line(0, "上班閒聊", new Figure.Change(-2), List.of("10月12日"), again)))
        .endsWith("    上班閒聊" + " ".repeat(82) + "-2", "    原因  10月12日");
  }

  @Test
  void withoutFiguresLabelsAndFactsStandSideBySide() {
    assertThat(
            sheet(
                Part.DAYS,
                line(0, "10月8日", null, List.of("沒有打卡")),
                line(0, "Thu 8 Oct, Day shift", null, List.of("no punch", "absent"))))
        .endsWith(
            "  10月8日               沒有打卡",
            "  Thu 8 Oct, Day shift  no punch",
            "                        absent");
  }

  @Test
  void nothingIsWiderThanTheSheet() {
    String longText = "解僱審查 dismissal ".repeat(30);
    for (Part part : Part.values()) {
      assertThat(
              sheet(
                  part,
                  line(
                      1,
                      longText,
                      amount("10000000.00"),
                      List.of(longText),
                      new Clause("G1", longText, ""))))
          .allSatisfy(line -> assertThat(TerminalText.width(line)).isLessThanOrEqualTo(COLUMNS));
    }
  }

  @Test
  void whatPeopleTypedCannotSteerTheTerminal() {
    assertThat(sheet(Part.PERSON, line(0, "Name", null, List.of("甲\u001b[2J\n乙"))))
        .endsWith("  Name  甲 [2J 乙");
  }

  @Test
  void aSectionWithoutEntriesIsLeftOut() {
    assertThat(sheet(Part.REVIEW)).containsExactly("2026年10月薪資說明");
  }

  private static List<String> sheet(Part part, Entry... entries) {
    return ExplanationSheet.lines(
        new Explanation(
            Language.ZH_HANT,
            "2026年10月薪資說明",
            new Captions("原因", "規則"),
            List.of(new Section(part, "部分", "元", List.of(entries)))));
  }

  private static Figure amount(String money) {
    return new Figure.Amount(Money.of(money));
  }

  private static Entry line(int number, String label, Figure figure) {
    return line(number, label, figure, List.of());
  }

  private static Entry line(
      int number, String label, @Nullable Figure figure, List<String> facts, Clause... clauses) {
    return new Entry(number, label, figure, facts, List.of(clauses), false, Source.NONE);
  }

  private static Entry total(String label, Figure figure) {
    return new Entry(0, label, figure, List.of(), List.of(), true, Source.NONE);
  }
}
