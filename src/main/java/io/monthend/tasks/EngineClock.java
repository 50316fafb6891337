package io.monthend.tasks;

import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import org.flowable.common.engine.impl.util.DefaultClockImpl;

/** The application's clock as the engine reads it, so that both always agree. */
final class EngineClock extends DefaultClockImpl {

  private final Clock clock;

  EngineClock(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Date getCurrentTime() {
    return Date.from(clock.instant());
  }

  @Override
  public Calendar getCurrentCalendar() {
    Calendar calendar = new GregorianCalendar();
    calendar.setTime(getCurrentTime());
    return calendar;
  }
}
