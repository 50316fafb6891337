package io.monthend.people;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param username 1 to 40 small letters, digits, dots, hyphens and underlines
 * @param name as people write it
 * @param employeeNo absent for somebody who is not on the payroll
 * @param language a BCP 47 tag of {@link io.monthend.rulebook.Language}; empty = the browser's
 * @param active whether they may sign in now
 */
public record Account(
    String username,
    String name,
    @Nullable String employeeNo,
    Set<Role> roles,
    String language,
    boolean active) {

  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

  public Account {
    if (!USERNAME.matcher(username).matches()) {
      throw new IllegalArgumentException(
          "'" + username + "' is no user name; use 1 to 40 small letters, digits, '.', '-' or '_'");
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("The account " + username + " needs a name");
    }
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether the account has at least one of the roles. */
  public boolean isAny(Role... asked) {
    return Arrays.stream(asked).anyMatch(roles::contains);
  }

  /** Whether this is the account of that person on the payroll. */
  public boolean isOf(String otherEmployeeNo) {
    return otherEmployeeNo.equals(employeeNo);
  }
}
