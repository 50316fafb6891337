package io.monthend.kernel;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The clock on the wall, the one place from which anybody knows what time and what day it is. */
@Component
class WallClock {

  @Bean
  Clock clock(@Value("${monthend.time-zone}") ZoneId zone) {
    return Clock.system(zone);
  }
}
