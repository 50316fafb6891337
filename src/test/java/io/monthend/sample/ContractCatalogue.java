package io.monthend.sample;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The codes of the contract as its text has them, written down a second time so that the generator
 * is not measured with its own rule.
 */
final class ContractCatalogue {

  static final Set<String> LEAVE_TYPES =
      words(
          """
          PERSONAL SICK ANNUAL MARRIAGE MATERNITY PATERNITY BEREAVEMENT WORK_INJURY COMPENSATORY
          """);
  static final Set<String> POSITIONS =
      words("CSR RECEPTION LEADER TRAINER SUPERVISOR MANAGER ASSISTANT");
  static final Set<String> LEAVINGS = words("RESIGNED DISMISSED ENDED");
  static final Set<String> DERIVED =
      words(
          """
          LATE_OR_EARLY EXAM_FAILED ABSENCE REPEATED_MISCONDUCT TOP_PERFORMER EXAM_PERFECT
          ZERO_COMPLAINTS
          """);
  static final Set<String> NEEDS_MINUTES = words("OFF_POST EMERGENCY_OVERRUN");
  static final Set<String> NEEDS_AMOUNT = words("EQUIPMENT_REMOVED MAIL_LOST");
  static final Set<String> MAY_HAVE_AMOUNT = words("THEFT DATA_LEAK");

  /** The points a recorder may choose, lowest and highest; 0 and 0 where there are none. */
  private static final Map<String, Range> POINTS = points();

  record Range(int lowest, int highest) {

    boolean contains(int points) {
      return points >= lowest && points <= highest;
    }
  }

  private ContractCatalogue() {}

  static Set<String> recorded() {
    return POINTS.keySet();
  }

  static @Nullable Range points(String code) {
    return POINTS.get(code);
  }

  static Set<String> words(String text) {
    return Pattern.compile("\\s+").splitAsStream(text.strip()).collect(Collectors.toSet());
  }

  private static Map<String, Range> points() {
    String lines =
        """
        NON_MANDARIN 2 2, MESSY_DESK 2 2, CLEANING_DUTY_MISSED 2 2, HANDOVER_RECORD_FAULT 5 5,
        APPEAL_REPLY_FAULT 5 5, OFF_POST 0 0, DUTY_NEGLECTED 2 5, CHATTING 1 2, LOUD_NOISE 2 2,
        SMOKING_OR_EATING 5 5, DATA_ENTRY_ERROR 2 2, SPOT_CHECK_ERROR 2 5, EMERGENCY_OVERRUN 0 0,
        ENTERTAINMENT 10 10, FALSE_REPORTING 10 10, ANOMALY_NOT_REPORTED 10 10,
        UNAUTHORISED_SOFTWARE 10 10, WORK_SKIPPED 10 10, MEETING_MISSED 10 10,
        CUSTOMER_CONFLICT 20 20, OUTSIDER_ADMITTED 20 20, EQUIPMENT_REMOVED 20 20,
        SLEEPING_ON_DUTY 0 0, PHONE_OFF_HOOK 0 0, CLIQUE 0 0, THEFT 0 0, DATA_LEAK 0 0,
        UNTIDY_DETAIL 0 0, PERSONAL_CALL 0 0, MAIL_LOST 0 0, PROXY_SIGN_IN 0 0, PHONE_IN_USE 0 0,
        DRESS_CODE 0 0, PRIVATE_VISITOR 0 0, PRIVATE_WEB_USE 0 0, REPORTED_MISCONDUCT 0 0,
        COVER_SHIFT 5 5, EXTRA_TASK 5 5, SUGGESTION_ADOPTED 5 5, LEADER_ADJUSTMENT -5 5
        """;
    return Pattern.compile(",\\s*")
        .splitAsStream(lines.strip())
        .map(line -> line.split(" ", 3))
        .collect(
            Collectors.toMap(
                word -> word[0],
                word -> new Range(Integer.parseInt(word[1]), Integer.parseInt(word[2]))));
  }
}
