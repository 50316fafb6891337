package io.monthend.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.LeaveCases;
import io.monthend.ServedApplication;
import io.monthend.Visitor;
import io.monthend.pages.AllowPublic;
import io.monthend.pages.AllowRoles;
import io.monthend.pages.AllowSignedIn;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import io.monthend.signin.RouteExpectations.About;
import io.monthend.signin.RouteExpectations.Expected;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every role at every route, about themselves, about their team and about others. */
class RoutesIntegrationTests {

  /** What the filters answer, before any route. */
  private static final Set<String> OF_FILTERS = Set.of("POST /sign-in", "POST /sign-out");

  /** Somebody of a team that none of the demo's accounts belongs to. */
  private static final String STRANGER = "E014";

  /** A leave asked for by each employee that is looked at. */
  private static final Map<String, LeaveCases.Asked> CASES = new TreeMap<>();

  private static ServedApplication application;
  private static RouteExpectations expectations;

  @BeforeAll
  static void start() throws Exception {
    application = ServedApplication.shared();
    expectations = RouteExpectations.read();
  }

  /** Trying the choice of a language has kept it with the accounts. */
  @AfterAll
  static void forgetLanguages() {
    application
        .get(DemoAccounts.class)
        .all()
        .forEach(account -> application.get(Accounts.class).speak(account.username(), ""));
  }

  private static Map<String, HandlerMethod> routes() {
    Map<String, HandlerMethod> routes = new TreeMap<>();
    application
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((info, method) -> {
          if (!ErrorController.class.isAssignableFrom(method.getBeanType())) {
            for (String path : info.getPatternValues()) {
              assertThat(info.getMethodsCondition().getMethods()).as(path).isNotEmpty();
              info.getMethodsCondition()
                  .getMethods()
                  .forEach(verb -> routes.put(verb + " " + path, method));
            }
          }
        });
    return routes;
  }

  @Test
  void everyRouteIsDeclaredAndMarked() {
    Set<String> known = new TreeSet<>(routes().keySet());
    known.addAll(OF_FILTERS);
    assertThat(known).containsExactlyElementsOf(new TreeSet<>(expectations.routes().keySet()));
    assertThat(routes().entrySet())
        .allMatch(route ->
            route.getValue().hasMethodAnnotation(AllowPublic.class)
                || route.getValue().hasMethodAnnotation(AllowSignedIn.class)
                || route.getValue().hasMethodAnnotation(AllowRoles.class));
  }

  @Test
  void whoIsNotSignedInSeesWhatIsPublicAndNothingElse() throws Exception {
    for (Map.Entry<String, Expected> route : expectations.routes().entrySet()) {
      if (OF_FILTERS.contains(route.getKey())) {
        continue;
      }
      Visitor nobody = Visitor.of(application);
      Visitor.Answer answer = ask(nobody, route.getKey(), "E006");
      boolean isSentToSignIn = answer.status() == 302 && answer.location().endsWith("/sign-in");
      boolean isIn = !isSentToSignIn && answer.status() != 403;
      assertThat(isIn).as("%s: %s", route.getKey(), answer).isEqualTo(route.getValue().isPublic());
    }
  }

  @Test
  void everyRoleGetsInWhereItMayAndNowhereElse() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Account account : application.get(DemoAccounts.class).all()) {
      Role role = roleOf(account);
      Visitor visitor = Visitor.of(application).signIn(account.username(), DemoAccounts.PASSWORD);
      for (Map.Entry<String, Expected> route : expectations.routes().entrySet()) {
        if (OF_FILTERS.contains(route.getKey())) {
          continue;
        }
        for (About about : aboutWhom(route.getKey())) {
          String no = employee(account, about);
          if (no != null) {
            Visitor.Answer answer = ask(visitor, route.getKey(), no);
            boolean isIn = answer.status() != 403 && answer.status() != 404;
            assertThat(answer.status()).as(route.getKey()).isLessThan(500);
            if (isIn != route.getValue().allows(role, about)) {
              wrong.add("%s at %s about %s: %s".formatted(role, route.getKey(), about, answer));
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** A route that names nobody is the same about everybody. */
  private static Set<About> aboutWhom(String route) {
    return route.contains("{no}") || route.contains("{caseNo}")
        ? EnumSet.allOf(About.class)
        : EnumSet.of(About.OTHER);
  }

  /** The one that is not EMPLOYEE, where somebody is more than that. */
  private static Role roleOf(Account account) {
    return account.roles().stream()
        .filter(role -> role != Role.EMPLOYEE)
        .findFirst()
        .orElse(Role.EMPLOYEE);
  }

  private static @Nullable String employee(Account account, About about) {
    return switch (about) {
      case OWN -> account.employeeNo();
      case TEAM ->
          account.is(Role.LEADER) || account.employeeNo() == null || account.isOf("E004")
              ? "E006"
              : "E004";
      case OTHER -> STRANGER;
    };
  }

  private static Visitor.Answer ask(Visitor visitor, String route, String employeeNo)
      throws Exception {
    String path =
        route
            .substring(route.indexOf(' ') + 1)
            .replace("{no}", employeeNo)
            .replace("{month}", "2026-10")
            .replace("{file}", "payslips.csv");
    if (!path.contains("{caseNo}")) {
      return route.startsWith("GET ") ? visitor.get(path) : visitor.post(path, filling(path));
    }
    LeaveCases.Asked asked =
        path.endsWith("/withdraw")
            ? LeaveCases.ask(application, employeeNo)
            : CASES.computeIfAbsent(employeeNo, no -> LeaveCases.ask(application, no));
    String ofCase =
        path.replace("{caseNo}", asked.caseNo()).replace("{paper}", String.valueOf(asked.paper()));
    return route.startsWith("GET ") ? visitor.get(ofCase) : visitor.post(ofCase, ofCase(asked));
  }

  /** What the forms of a case need, so that they change as little as can be. */
  private static Map<String, String> ofCase(LeaveCases.Asked asked) {
    return Map.of(
        "task", asked.task(),
        "outcome", "SUBMIT",
        "agrees", "true",
        "person", "nobody.such",
        "words", "words");
  }

  /** What a form needs to be taken seriously. */
  private static Map<String, String> filling(String path) {
    return switch (path) {
      case "/language" -> Map.of("tag", "en", "back", "/");
      case "/theme" -> Map.of("theme", "light", "back", "/");
      case "/password" -> Map.of("current", "x", "chosen", "y", "again", "y");
      default -> Map.of();
    };
  }
}
