package io.monthend.sample;

import java.util.ArrayList;
import java.util.List;

/** What a person did in a month that was written down, good and bad; on days of work only. */
final class Conduct {

  private static final int TOPIC = "conduct".hashCode();
  private static final int HISTORY = "conduct before".hashCode();
  private static final int HISTORY_DAYS = 900;

  private static final String[] NOTES = {
    "主管巡查發現", "已口頭提醒", "本人承認", "第二次提醒後改正", "監控錄像可查", "客戶來電反映，已回訪", "詳見交接記錄, 第3頁", "本人稱\"忘記了\"",
  };
  private static final String[] LEADER_NOTES = {
    "帶班認真", "月度綜合評價", "班組協調不足", "新人帶教得力", "交接安排欠妥, 已改進"
  };
  private static final IncidentCode[] GRAVE = {
    IncidentCode.CUSTOMER_CONFLICT,
    IncidentCode.WORK_SKIPPED,
    IncidentCode.CUSTOMER_CONFLICT,
    IncidentCode.OUTSIDER_ADMITTED,
    IncidentCode.CUSTOMER_CONFLICT,
    IncidentCode.ANOMALY_NOT_REPORTED,
    IncidentCode.CUSTOMER_CONFLICT,
    IncidentCode.OUTSIDER_ADMITTED
  };

  private final Person person;
  private final Attendance attendance;
  private final Dice dice;
  private final List<Incident> incidents = new ArrayList<>();

  private Conduct(Person person, Attendance attendance, Dice dice) {
    this.person = person;
    this.attendance = attendance;
    this.dice = dice;
  }

  static List<Incident> of(Person person, Month month, Attendance attendance) {
    Conduct conduct = new Conduct(person, attendance, Dice.of(person.key(), TOPIC, month.index()));
    if (attendance.daysWorked() > 0) {
      conduct.month();
      conduct.adjustment();
    }
    return conduct.incidents;
  }

  /**
   * Incidents from before the company's first month: personal calls, which count for ever, and
   * sometimes another, which counts no more.
   */
  static List<Incident> before(Person person, Month first) {
    List<Incident> incidents = new ArrayList<>();
    int earliest = Math.max(person.contract().hire(), first.first() - HISTORY_DAYS);
    if (earliest >= first.first()) {
      return incidents;
    }
    Dice dice = Dice.of(person.key(), HISTORY, 0);
    int at = dice.below(1000);
    int calls = at < 8 ? 2 : at < 40 ? 1 : 0;
    for (int i = 0; i < calls; i++) {
      int day = dice.between(earliest, first.first() - 1);
      incidents.add(Incident.drawn(dice, day, IncidentCode.PERSONAL_CALL, ""));
    }
    if (dice.perMille(3)) {
      int day = dice.between(earliest, first.first() - 1);
      incidents.add(Incident.drawn(dice, day, IncidentCode.DRESS_CODE, "補登"));
    }
    return incidents;
  }

  private void month() {
    int count = person.hopeless() ? GRAVE.length : count();
    for (int i = 0; i < count; i++) {
      IncidentCode code = person.hopeless() ? GRAVE[i] : IncidentCode.draw(dice);
      String note = dice.percent(15) ? NOTES[dice.below(NOTES.length)] : "";
      incidents.add(Incident.drawn(dice, anyDay(), code, note));
    }
    if (attendance.coveredDay() != Days.NONE && dice.percent(60)) {
      incidents.add(Incident.drawn(dice, attendance.coveredDay(), IncidentCode.COVER_SHIFT, ""));
    }
  }

  private int count() {
    int at = dice.below(100);
    if (person.isCareless()) {
      return at < 20 ? 0 : at < 45 ? 1 : at < 70 ? 2 : at < 85 ? 3 : 6;
    }
    return at < 75 ? 0 : at < 94 ? 1 : at < 99 ? 2 : 3;
  }

  private void adjustment() {
    if (person.position() != Position.LEADER || !dice.percent(35)) {
      return;
    }
    int day = attendance.dayWorked(attendance.daysWorked() - 1);
    String note = LEADER_NOTES[dice.below(LEADER_NOTES.length)];
    incidents.add(
        new Incident(day, IncidentCode.LEADER_ADJUSTMENT, 0, dice.between(-5, 5), 0, note));
  }

  private int anyDay() {
    return attendance.dayWorked(dice.below(attendance.daysWorked()));
  }
}
