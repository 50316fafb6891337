package io.monthend.closing;

import io.monthend.pages.MenuEntry;
import io.monthend.pages.Page;
import io.monthend.people.Role;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The way from the menu to the months. */
@Configuration(proxyBeanMethods = false)
@Profile(Page.SERVED)
class MonthMenu {

  private static final int PLACE = 90;

  @Bean
  MenuEntry monthsEntry() {
    return new MenuEntry(
        PLACE,
        "/months",
        "menu.months",
        Set.of(Role.OPERATIONS, Role.HR, Role.GENERAL_MANAGER, Role.AUDITOR));
  }
}
