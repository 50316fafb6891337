package io.monthend.tasks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock that is set, in the company's zone. */
public final class SetClock extends Clock {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private volatile Instant now = Instant.EPOCH;

  /** Sets it to a moment such as {@code 2026-10-05T09:00:00}. */
  public void set(String dateTime) {
    now = LocalDateTime.parse(dateTime).atZone(ZONE).toInstant();
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
