package io.monthend.kernel;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The time of day: read here and nowhere else, so that whoever needs it asks for a clock. */
@Configuration(proxyBeanMethods = false)
class CompanyTime {

  /** The zone of the company's days (rules: time zone). */
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Bean
  Clock clock() {
    return Clock.system(ZONE);
  }
}
