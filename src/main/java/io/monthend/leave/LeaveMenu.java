package io.monthend.leave;

import io.monthend.pages.MenuEntry;
import io.monthend.pages.Page;
import io.monthend.people.Role;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The way from the menu to one's own leave. */
@Configuration(proxyBeanMethods = false)
@Profile(Page.SERVED)
class LeaveMenu {

  @Bean
  MenuEntry leaveEntry() {
    return new MenuEntry(120, "/leave", "menu.leave", Set.of(Role.EMPLOYEE));
  }
}
