package io.monthend.kernel;

import java.time.Clock;
import java.time.ZoneId;

/** The time of day: read here and nowhere else, so that whoever needs it asks for a clock. */
public final class CompanyTime {

  /** The zone of the company's days. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private CompanyTime() {}

  /** The clock on the company's wall. */
  public static Clock clock() {
    return Clock.system(ZONE);
  }
}
