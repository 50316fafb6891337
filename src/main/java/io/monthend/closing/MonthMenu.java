package io.monthend.closing;

import io.monthend.pages.MenuEntry;
import io.monthend.pages.Page;
import io.monthend.people.Role;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The ways from the menu to the months and to what runs. */
@Configuration(proxyBeanMethods = false)
@Profile(Page.SERVED)
class MonthMenu {

  private static final int MONTHS = 90;
  private static final int OPERATIONS = 95;

  @Bean
  MenuEntry monthsEntry() {
    return new MenuEntry(
        MONTHS,
        "/months",
        "menu.months",
        Set.of(Role.OPERATIONS, Role.HR, Role.GENERAL_MANAGER, Role.AUDITOR));
  }

  @Bean
  MenuEntry operationsEntry() {
    return new MenuEntry(
        OPERATIONS, "/operations", "menu.operations", Set.of(Role.OPERATIONS, Role.AUDITOR));
  }
}
