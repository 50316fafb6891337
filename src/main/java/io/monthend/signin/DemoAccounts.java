package io.monthend.signin;

import static io.monthend.people.Role.ATTENDANCE_CLERK;
import static io.monthend.people.Role.AUDITOR;
import static io.monthend.people.Role.CUSTOMER_AFFAIRS;
import static io.monthend.people.Role.EMPLOYEE;
import static io.monthend.people.Role.FRONT_DESK;
import static io.monthend.people.Role.GENERAL_MANAGER;
import static io.monthend.people.Role.HR;
import static io.monthend.people.Role.LEADER;
import static io.monthend.people.Role.MANAGER;
import static io.monthend.people.Role.OPERATIONS;
import static io.monthend.people.Role.PRESIDENT;
import static io.monthend.people.Role.SUPERVISOR;
import static io.monthend.people.Role.TRAINER;

import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One account for each role in the demo's company, and one for each of its other people, under
 * their employee number; everybody knows their password.
 */
@Component
public class DemoAccounts {

  public static final String PASSWORD = "monthend-demo-2026";

  private static final String MAKER = "demo";

  private static final List<Account> ALL =
      List.of(
          account("employee", "鄭雅文", "E010", EMPLOYEE),
          account("leader", "張美玲", "E005", EMPLOYEE, LEADER),
          account("trainer", "王雅婷", "E003", EMPLOYEE, TRAINER),
          account("supervisor", "陳國棟", "E002", EMPLOYEE, SUPERVISOR),
          account("clerk", "黃志豪", "E004", EMPLOYEE, ATTENDANCE_CLERK),
          account("desk", "何佩珊", null, FRONT_DESK),
          account("affairs", "江品妤", null, CUSTOMER_AFFAIRS),
          account("manager", "林淑貞", "E001", EMPLOYEE, MANAGER),
          account("hr", "范美雲", null, HR),
          account("gm", "趙振邦", null, GENERAL_MANAGER),
          account("president", "孫國華", null, PRESIDENT),
          account("operations", "高立偉", null, OPERATIONS),
          account("auditor", "梁靜宜", null, AUDITOR));

  private static final List<Account> OTHERS =
      List.of(
          account("e006", "李俊傑", "E006", EMPLOYEE),
          account("e007", "劉建宏", "E007", EMPLOYEE),
          account("e008", "蔡宜君", "E008", EMPLOYEE),
          account("e009", "許文彬", "E009", EMPLOYEE),
          account("e012", "羅啟文", "E012", EMPLOYEE),
          account("e013", "周冠宇", "E013", EMPLOYEE),
          account("e014", "曾雅琪", "E014", EMPLOYEE, LEADER),
          account("e015", "賴明哲", "E015", EMPLOYEE),
          account("e017", "葉家豪", "E017", EMPLOYEE),
          account("e018", "潘玉珍", "E018", EMPLOYEE),
          account("e019", "范志明", "E019", EMPLOYEE),
          account("e022", "江麗華", "E022", EMPLOYEE),
          account("e023", "朱曉彤", "E023", EMPLOYEE));

  private final Accounts accounts;
  private final Passwords passwords;

  DemoAccounts(Accounts accounts, Passwords passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  /** One for each role, whether made yet or not. */
  public List<Account> all() {
    return ALL;
  }

  private static Stream<Account> everybody() {
    return Stream.concat(ALL.stream(), OTHERS.stream());
  }

  /** Makes those that are missing. */
  @Transactional
  public void make() {
    everybody()
        .filter(account -> accounts.find(account.username()).isEmpty())
        .forEach(account -> {
          accounts.create(account, MAKER);
          passwords.give(account.username(), PASSWORD, MAKER);
        });
  }

  /** The active accounts that still let in who knows the demo's password. */
  public List<String> stillOpen() {
    return accounts.all().stream()
        .filter(Account::active)
        .map(Account::username)
        .filter(name -> everybody().anyMatch(demo -> demo.username().equals(name)))
        .filter(name -> passwords.matches(name, PASSWORD))
        .toList();
  }

  private static Account account(
      String username, String name, @Nullable String employeeNo, Role... roles) {
    return new Account(username, name, employeeNo, Set.of(roles), "", true);
  }
}
