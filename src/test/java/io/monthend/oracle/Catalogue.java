package io.monthend.oracle;

import io.monthend.oracle.Occurrence.Kind;
import java.math.BigDecimal;

/** Section D, row by row, for the incidents that people record. */
final class Catalogue {

  private Catalogue() {}

  /** {@code call} says which personal call of the whole employment this is, if it is one. */
  static Occurrence recorded(Row row, int call) {
    return switch (row.text("code")) {
      case "NON_MANDARIN", "MESSY_DESK", "CLEANING_DUTY_MISSED", "LOUD_NOISE" ->
          bad(row, Kind.LIGHT, 2);
      case "HANDOVER_RECORD_FAULT", "APPEAL_REPLY_FAULT", "SMOKING_OR_EATING" ->
          bad(row, Kind.LIGHT, 5);
      case "DUTY_NEGLECTED", "SPOT_CHECK_ERROR" -> bad(row, Kind.LIGHT, row.whole("points", 2));
      case "CHATTING" -> bad(row, Kind.LIGHT, row.whole("points", 1)).withMoney("-10");
      case "DATA_ENTRY_ERROR" -> bad(row, Kind.LIGHT, 2).withMoney("-10");
      case "OFF_POST" -> offPost(row, row.whole("minutes", 0));
      case "EMERGENCY_OVERRUN" -> overrun(row, row.whole("minutes", 0));
      case "ENTERTAINMENT",
          "FALSE_REPORTING",
          "ANOMALY_NOT_REPORTED",
          "UNAUTHORISED_SOFTWARE",
          "WORK_SKIPPED",
          "MEETING_MISSED" ->
          bad(row, Kind.MEDIUM, 10);
      case "CUSTOMER_CONFLICT", "OUTSIDER_ADMITTED" -> bad(row, Kind.SEVERE, 20);
      case "EQUIPMENT_REMOVED" -> bad(row, Kind.SEVERE, 20).withDamage(amount(row));
      default -> withoutPoints(row, call);
    };
  }

  private static Occurrence withoutPoints(Row row, int call) {
    return switch (row.text("code")) {
      case "SLEEPING_ON_DUTY", "PHONE_OFF_HOOK", "CLIQUE", "THEFT", "DATA_LEAK" ->
          bad(row, Kind.DISMISSAL, 0).withReview().withDamage(amount(row));
      case "UNTIDY_DETAIL" -> bad(row, Kind.MONEY_ONLY, 0).withMoney("-10");
      case "PERSONAL_CALL" -> personalCall(bad(row, Kind.MONEY_ONLY, 0), call);
      case "MAIL_LOST" -> bad(row, Kind.MONEY_ONLY, 0).withDamage(amount(row));
      case "PROXY_SIGN_IN", "PHONE_IN_USE", "DRESS_CODE", "PRIVATE_VISITOR", "PRIVATE_WEB_USE" ->
          bad(row, Kind.RECORD_ONLY, 0);
      case "REPORTED_MISCONDUCT" -> good(row, Kind.REWARD, 0).withMoney("50");
      case "COVER_SHIFT", "EXTRA_TASK", "SUGGESTION_ADOPTED" -> good(row, Kind.REWARD, 5);
      case "LEADER_ADJUSTMENT" -> good(row, Kind.ADJUSTMENT, row.whole("points", 0));
      default -> throw new IllegalArgumentException("Nobody records a " + row.text("code"));
    };
  }

  private static Occurrence offPost(Row row, int minutes) {
    if (minutes <= 5) {
      return bad(row, Kind.RECORD_ONLY, 0);
    }
    return minutes <= 10 ? bad(row, Kind.LIGHT, 5) : bad(row, Kind.SEVERE, 20);
  }

  private static Occurrence overrun(Row row, int minutes) {
    if (minutes <= 10) {
      return bad(row, Kind.LIGHT, 5);
    }
    return minutes <= 30 ? bad(row, Kind.MEDIUM, 10) : bad(row, Kind.SEVERE, 20);
  }

  private static Occurrence personalCall(Occurrence made, int call) {
    return switch (call) {
      case 1 -> made.withMoney("-50");
      case 2 -> made.withMoney("-100");
      default -> made.withReview();
    };
  }

  private static BigDecimal amount(Row row) {
    return row.has("amount") ? row.number("amount") : BigDecimal.ZERO;
  }

  private static Occurrence bad(Row row, Kind kind, int pointsOff) {
    return good(row, kind, -pointsOff);
  }

  private static Occurrence good(Row row, Kind kind, int points) {
    String source = "incident:" + row.text("incident_no");
    return Occurrence.of(row.date("date"), row.text("code"), kind, points, source);
  }

  static int latePoints(int minutes) {
    if (minutes <= 10) {
      return 2;
    }
    if (minutes <= 20) {
      return 3;
    }
    return minutes <= 30 ? 4 : 5;
  }
}
