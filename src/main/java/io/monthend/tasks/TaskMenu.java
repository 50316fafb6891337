package io.monthend.tasks;

import io.monthend.pages.MenuEntry;
import io.monthend.pages.Page;
import io.monthend.people.Role;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The ways from the menu to the queue. */
@Configuration(proxyBeanMethods = false)
@Profile(Page.SERVED)
class TaskMenu {

  /** Auditors change nothing, so nothing waits for them. */
  static final Set<Role> WORKING = EnumSet.complementOf(EnumSet.of(Role.AUDITOR));

  @Bean
  MenuEntry tasksEntry() {
    return new MenuEntry(100, QueueAddress.TASKS, "menu.tasks", WORKING);
  }

  @Bean
  MenuEntry requestsEntry() {
    return new MenuEntry(110, "/requests", "menu.requests", Set.of(Role.EMPLOYEE));
  }
}
