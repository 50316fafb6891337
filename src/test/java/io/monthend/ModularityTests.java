package io.monthend;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The borders between the modules, as each package-info draws them. */
class ModularityTests {

  /** The entry point starts the commands and is what they start: it belongs to no module. */
  private final ApplicationModules modules =
      ApplicationModules.of(Monthend.class, type(Monthend.class));

  @Test
  void noModuleCallsWhatItMayNot() {
    modules.verify();
  }

  @Test
  void everyPackageIsAModule() {
    assertThat(modules.stream().map(module -> module.getBasePackage().getName()))
        .allMatch(name -> name.lastIndexOf('.') == Monthend.class.getPackageName().length())
        .contains("io.monthend.kernel", "io.monthend.cli");
  }
}
