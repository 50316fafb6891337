package io.monthend;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
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

  @Test
  void everyModuleSaysWhatItMayCallAndThatNothingIsNullByDefault() {
    assertThat(modules.stream().map(module -> module.getBasePackage().getName()))
        .allSatisfy(name -> {
          Class<?> description = Class.forName(name + ".package-info");
          assertThat(description.isAnnotationPresent(NullMarked.class)).isTrue();
          assertThat(description.getAnnotation(ApplicationModule.class).allowedDependencies())
              .doesNotContain(ApplicationModule.OPEN_TOKEN);
        });
  }

  @Test
  void everyModuleSaysWhatItIsForInAFewSentences() {
    Pattern sentence = Pattern.compile("[.?!](?=\\s)");
    assertThat(SourceFile.below("src/main/java"))
        .filteredOn(file -> file.path().endsWith("package-info.java"))
        .hasSameSizeAs(modules.stream().toList())
        .allSatisfy(file -> {
          String description = file.text().substring(0, file.text().indexOf("*/"));
          assertThat(sentence.matcher(description).results().count())
              .as(file.path().toString())
              .isBetween(2L, 5L);
        });
  }
}
