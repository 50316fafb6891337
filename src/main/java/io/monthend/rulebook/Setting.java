package io.monthend.rulebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.monthend.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * One number or choice of the rule book: the record's type is its unit, {@code rule} the clause it
 * comes from.
 */
public sealed interface Setting {

  /** The id of the clause, such as {@code C3} or {@code D:EXAM_FAILED}. */
  String rule();

  /** A time span in whole minutes. */
  record Minutes(int minutes, String rule) implements Setting {
    public Minutes {
      Limits.requireUpTo(24 * 60, "minutes", minutes);
    }
  }

  /** A time span in whole minutes, or none: the rule is not in use. */
  record OptionalMinutes(
      @JsonDeserialize(using = RuleBookReader.IntegerOrNone.class) @Nullable Integer minutes,
      String rule)
      implements Setting {
    public OptionalMinutes {
      Limits.requireUpTo(24 * 60, "minutes", minutes == null ? 0 : minutes);
    }
  }

  /** A time span in whole hours. */
  record Hours(int hours, String rule) implements Setting {
    public Hours {
      Limits.requireUpTo(24, "hours", hours);
    }
  }

  /** A number of days in halves: 0.5, 2, 2.5. */
  record Days(BigDecimal days, String rule) implements Setting {

    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(366);

    public Days {
      if (days.signum() < 0
          || days.compareTo(MOST_DAYS) > 0
          || days.multiply(BigDecimal.TWO).stripTrailingZeros().scale() > 0) {
        throw new IllegalArgumentException("days is " + days + "; give 0 to 366, in halves");
      }
    }

    /** The same span as a number of half days. */
    public int halves() {
      return days.multiply(BigDecimal.TWO).intValueExact();
    }
  }

  /** A number of whole calendar days. */
  record CalendarDays(int days, String rule) implements Setting {
    public CalendarDays {
      Limits.requireUpTo(366, "days", days);
    }
  }

  /** A number of months. */
  record Months(int months, String rule) implements Setting {
    public Months {
      Limits.requireUpTo(120, "months", months);
    }
  }

  /** Points of the evaluation, without a sign. */
  record Points(int points, String rule) implements Setting {
    public Points {
      Limits.requireUpTo(999, "points", points);
    }
  }

  /** A result of an exam, 0 to 100. */
  record ExamScore(BigDecimal score, String rule) implements Setting {
    public ExamScore {
      if (score.signum() < 0 || score.compareTo(BigDecimal.valueOf(100)) > 0) {
        throw new IllegalArgumentException("score is " + score + "; give 0 to 100");
      }
      Limits.requireDecimals(2, "score", score);
    }
  }

  /** An amount in CNY, without a sign. */
  record Amount(Money cny, String rule) implements Setting {
    public Amount {
      Limits.requirePayable("cny", cny);
    }
  }

  /** An amount in CNY, or none: the rule is not in use. */
  record OptionalAmount(
      @JsonDeserialize(using = RuleBookReader.MoneyOrNone.class) @Nullable Money cny, String rule)
      implements Setting {
    public OptionalAmount {
      Limits.requirePayable("cny", cny == null ? Money.ZERO : cny);
    }
  }

  /** A share in percent, 0 to 100. */
  record Percent(BigDecimal percent, String rule) implements Setting {
    public Percent {
      if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
        throw new IllegalArgumentException("percent is " + percent + "; give 0 to 100");
      }
      Limits.requireDecimals(4, "percent", percent);
    }
  }

  /** A factor or a count. */
  record Times(int times, String rule) implements Setting {
    public Times {
      Limits.requireUpTo(99, "times", times);
    }
  }

  /** A frequency a minute. */
  record PerMinute(int perMinute, String rule) implements Setting {
    public PerMinute {
      Limits.requireUpTo(999, "perMinute", perMinute);
    }
  }

  /** A day of the month, 1 to 31. */
  record DayOfMonth(int dayOfMonth, String rule) implements Setting {
    public DayOfMonth {
      if (dayOfMonth < 1 || dayOfMonth > 31) {
        throw new IllegalArgumentException("dayOfMonth is " + dayOfMonth + "; give 1 to 31");
      }
    }
  }

  /** A local time of day. */
  record TimeOfDay(LocalTime time, String rule) implements Setting {}

  /** A decision the clauses leave to the company. */
  record Choice<T>(@JsonProperty(required = true) T choice, String rule) implements Setting {}
}
