package io.monthend.sample;

import java.time.YearMonth;

/** Told now and then how far a month has come. */
@FunctionalInterface
public interface Progress {

  /** So many employees and rows of the month are done. */
  void wrote(YearMonth month, int employees, long rows);
}
