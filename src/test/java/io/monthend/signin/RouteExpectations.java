package io.monthend.signin;

import io.monthend.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who gets in where, as {@code routes.txt} says. */
record RouteExpectations(Map<String, Expected> routes) {

  /** Whom a request is about, seen from who makes it. */
  enum About {
    OWN,
    TEAM,
    OTHER
  }

  /** Who gets in, by whom it is about; the same for all where the path names nobody. */
  record Expected(boolean isPublic, Map<About, Set<Role>> allowed) {

    boolean allows(Role role, About about) {
      return isPublic || allowed.getOrDefault(about, Set.of()).contains(role);
    }
  }

  static RouteExpectations read() throws IOException {
    Map<String, Expected> routes = new TreeMap<>();
    Files.readAllLines(Path.of("src/test/resources/routes.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\\|"))
        .forEach(parts -> routes.put(parts[0].strip().replaceAll("\\s+", " "), expected(parts)));
    return new RouteExpectations(routes);
  }

  private static Expected expected(String[] parts) {
    Map<About, Set<Role>> allowed = new EnumMap<>(About.class);
    boolean isPublic = parts[1].strip().equals("public");
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      int colon = part.indexOf(':');
      Set<Role> roles = isPublic ? Set.of() : roles(part.substring(colon + 1).strip());
      if (colon < 0) {
        Arrays.stream(About.values()).forEach(about -> allowed.put(about, roles));
      } else {
        allowed.put(
            About.valueOf(part.substring(0, colon).strip().toUpperCase(Locale.ROOT)), roles);
      }
    }
    return new Expected(isPublic, allowed);
  }

  private static Set<Role> roles(String text) {
    if (text.equals("nobody")) {
      return Set.of();
    }
    return text.equals("signed-in")
        ? EnumSet.allOf(Role.class)
        : Arrays.stream(text.split("\\s+")).map(Role::valueOf).collect(Collectors.toSet());
  }
}
