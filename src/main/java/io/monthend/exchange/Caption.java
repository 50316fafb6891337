package io.monthend.exchange;

import io.monthend.rulebook.Language;
import java.util.Locale;

/**
 * The fixed words of the workbook. What belongs to the rules is in the rule book. {@code %s} is
 * filled in; the English names of the data sheets are those of the CSV files.
 */
enum Caption {
  TOTALS("合計", "合计", "totals"),
  EXCEPTIONS("待查事項", "待查事项", "exceptions"),
  PAYSLIPS("薪資單", "工资单", "payslips"),
  PAYSLIP_LINES("薪資明細", "工资明细", "payslip_lines"),
  EVALUATION_LINES("考核明細", "考核明细", "evaluation_lines"),
  ATTENDANCE("考勤", "考勤", "attendance"),

  TITLE("%s 薪資彙總", "%s 工资汇总", "Pay of %s"),
  NOT_PUBLISHED(
      "尚未發布：%s 人無法結算，見「待查事項」",
      "尚未发布：%s 人无法结算，见“待查事项”", "Not published: %s could not be settled; see exceptions"),
  MONTH("月份", "月份", "Month"),
  RULE_BOOK("規章版本", "规章版本", "Rule book"),
  PEOPLE("薪資單人數", "工资单人数", "People with a pay slip"),
  NET_TOTAL("實發合計（元）", "实发合计（元）", "Net total (CNY)"),
  TO_LOOK_AT("待查事項", "待查事项", "Things to look at"),
  DIGEST("校驗碼", "校验码", "Digest"),

  BY_LINE("各項合計", "各项合计", "Totals by line"),
  LINE("項目", "项目", "Line"),
  CODE("代碼", "代码", "Code"),
  AMOUNT("金額（元）", "金额（元）", "Amount (CNY)"),
  COUNT("筆數", "笔数", "Lines"),
  CLAUSE("條文", "条文", "Clause"),
  PAY_BY_LINE("各項薪資（元）", "各项工资（元）", "Pay by line (CNY)"),

  GRADES("考核等級", "考核等级", "Grades"),
  GRADE("等級", "等级", "Grade"),
  STAFF("人數", "人数", "People"),
  NO_GRADE("未達最低等級", "未达最低等级", "Below every grade"),
  NOT_EVALUATED("不考核", "不考核", "Not evaluated"),

  BY_KIND("待查事項分類", "待查事项分类", "Things to look at, by kind"),
  KIND("類別", "类别", "Kind"),
  CASES("件數", "件数", "Cases"),
  NOTHING("沒有", "没有", "None"),

  SHEETS("工作表", "工作表", "Sheets"),
  SHEET("工作表", "工作表", "Sheet"),
  ROWS("列數", "行数", "Rows"),
  WHERE("說明", "说明", "Where it is"),
  TOO_MANY_PEOPLE(
      "人數超過 %s，不列入本檔，見 %s",
      "人数超过 %s，不列入本文件，见 %s", "More than %s people: not in this workbook, see %s"),
  TOO_MANY_ROWS(
      "超過試算表的列數上限，不列入本檔，見 %s",
      "超过电子表格的行数上限，不列入本文件，见 %s", "More rows than a sheet holds: not in this workbook, see %s"),
  PAGE("第 %s 頁，共 %s 頁", "第 %s 页，共 %s 页", "Page %s of %s"),

  EMPLOYEE_NO("員工編號", "员工编号", "Employee no."),
  NAME("姓名", "姓名", "Name"),
  POSITION("職位", "职位", "Position"),
  BASE_SALARY("底薪（元）", "底薪（元）", "Base salary (CNY)"),
  SCORE("得分", "得分", "Score"),
  RANK("名次", "名次", "Rank"),
  NET("實發（元）", "实发（元）", "Net pay (CNY)"),
  SEQ("序號", "序号", "No."),
  RULE("依據條文", "依据条文", "Rule"),
  BASIS("來源", "来源", "Source"),
  NOTE("說明", "说明", "Note"),
  ITEM("事項", "事项", "Item"),
  POINTS("分數", "分数", "Points"),
  DATE("日期", "日期", "Date"),
  SHIFT("班次", "班次", "Shift"),
  IN("上班", "上班", "In"),
  OUT("下班", "下班", "Out"),
  LATE("遲到（分鐘）", "迟到（分钟）", "Late (min)"),
  EARLY("早退（分鐘）", "早退（分钟）", "Early (min)"),
  LEAVE_DAYS("請假（天）", "请假（天）", "Leave (days)"),
  ABSENT_DAYS("曠工（天）", "旷工（天）", "Absent (days)"),
  MISSING("漏打卡", "缺卡", "Missing"),

  SOURCE_EMPLOYMENT("在職期間", "在职期间", "Employment"),
  SOURCE_MONTH("整月", "整月", "The month"),
  SOURCE_KPI("當月績效指標", "当月绩效指标", "Key figures"),
  SOURCE_BONUS("核定的獎金", "核定的奖金", "Bonus as set"),
  SOURCE_MINIMUM("最低獎金", "最低奖金", "Minimum bonus"),
  SOURCE_LIMIT_DEDUCTIONS("扣款上限", "扣款上限", "Limit of deductions"),
  SOURCE_LIMIT_MINIMUM_WAGE("最低工資", "最低工资", "Minimum wage"),
  SOURCE_INCIDENT("事件 %s", "事件 %s", "Incident %s"),
  SOURCE_PUNCH_IN("%s 的班次，上班卡", "%s 的班次，上班卡", "Arrival, shift of %s"),
  SOURCE_PUNCH_OUT("%s 的班次，下班卡", "%s 的班次，下班卡", "Departure, shift of %s"),
  SOURCE_ROSTER("%s 的班次", "%s 的班次", "Shift of %s"),
  SOURCE_PUNCH("%s 打卡", "%s 打卡", "Punch at %s"),
  SOURCE_LEAVE("請假單 %s", "请假单 %s", "Leave %s"),
  SOURCE_LEAVE_ON("請假單 %s，%s", "请假单 %s，%s", "Leave %s, %s"),
  SOURCE_EXAM("%s 的考試", "%s 的考试", "Exam of %s"),
  SOURCE_SCORE("得分 %s", "得分 %s", "Score %s"),
  SOURCE_PAYMENT("%s 繳款，%s", "%s 缴款，%s", "Paid in cash %s, %s"),
  SOURCE_NOTICE("%s 提出離職", "%s 提出离职", "Notice of %s"),
  SOURCE_LAST_DAY("最後工作日 %s", "最后工作日 %s", "Last day %s");

  private final String traditional;
  private final String simplified;
  private final String english;

  Caption(String traditional, String simplified, String english) {
    this.traditional = traditional;
    this.simplified = simplified;
    this.english = english;
  }

  /** The words, filled in. */
  String in(Language language, Object... values) {
    String words =
        switch (language) {
          case ZH_HANT -> traditional;
          case ZH_HANS -> simplified;
          case EN -> english;
        };
    return values.length == 0 ? words : String.format(Locale.ROOT, words, values);
  }
}
