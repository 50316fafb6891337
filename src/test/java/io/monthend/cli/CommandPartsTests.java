package io.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.exchange.FolderClose;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.scope.StepScope;
import org.springframework.context.ConfigurableApplicationContext;

/** A command starts what a month end needs, and nothing that serves people. */
class CommandPartsTests {

  private static final List<String> FOR_SERVING_PEOPLE =
      List.of(
          "org.flowable.",
          "org.thymeleaf.",
          "org.apache.catalina.",
          "org.springframework.security.",
          "org.springframework.web.",
          "org.springframework.boot.security.",
          "org.springframework.boot.web.",
          "org.springframework.boot.webmvc.",
          "org.springframework.boot.tomcat.");

  @Test
  void noPartOfACommandIsForServingPeople() {
    Terminal terminal = new Terminal(new PrintWriter(Writer.nullWriter()));
    try (ConfigurableApplicationContext context =
        Installation.application(Map.of(), terminal).run()) {
      List<String> types =
          Arrays.stream(context.getBeanDefinitionNames())
              .map(context::getType)
              .filter(Objects::nonNull)
              .map(Class::getName)
              .toList();
      assertThat(types).contains(FolderClose.class.getName(), StepScope.class.getName());
      assertThat(types)
          .as("keep it out of commands by @Profile(\"!command\")")
          .noneMatch(type -> FOR_SERVING_PEOPLE.stream().anyMatch(type::startsWith));
    }
  }
}
