package io.monthend.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who may sign in, or might once. Every change is put on the audit trail. */
@Component
public class Accounts {

  private static final String SELECT =
      """
      select username, name, employee_no, language, is_active,
        array(select role from account_role where account_role.username = account.username) as roles
      from account
      """;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Accounts(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** The account of a user name, active or not. */
  public Optional<Account> find(String username) {
    return read(jdbc.sql(SELECT + "where username = :username").param("username", username))
        .stream()
        .findFirst();
  }

  /** The account of somebody on the payroll, active or not. */
  public Optional<Account> findByEmployee(String employeeNo) {
    return read(jdbc.sql(SELECT + "where employee_no = :no").param("no", employeeNo)).stream()
        .findFirst();
  }

  /** The active accounts with a role, by user name. */
  public List<Account> withRole(Role role) {
    return read(
        jdbc.sql(
                SELECT
                    + """
                    where is_active and username in (select username from account_role where role = :role)
                    order by username
                    """)
            .param("role", role.name()));
  }

  /**
   * The active account that a text names: by its user name, its number on the payroll, or its name
   * where only one bears it.
   */
  public Optional<Account> named(String text) {
    List<Account> found =
        read(
            jdbc.sql(
                    SELECT
                        + """
                        where is_active and (username = :text or employee_no = :text or name = :text)
                        order by username = :text desc, employee_no = :text desc nulls last limit 2
                        """)
                .param("text", text.strip()));
    boolean isClear =
        found.size() == 1
            || (found.size() > 1 && !found.getFirst().name().equals(found.get(1).name()));
    return isClear ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** Active accounts whose name, user name or number begins with a text, by name. */
  public List<Account> search(String text, int most) {
    return read(
        jdbc.sql(
                SELECT
                    + """
                    where is_active and (starts_with(username, :text) or starts_with(name, :text)
                      or starts_with(employee_no, :text))
                    order by name, username limit :most
                    """)
            .param("text", text.strip())
            .param("most", most));
  }

  /** All accounts, by user name. */
  public List<Account> all() {
    return read(jdbc.sql(SELECT + "order by username"));
  }

  /**
   * Adds an account.
   *
   * @param actor who adds it
   * @throws org.springframework.dao.DuplicateKeyException if the user name or the employee number
   *     is taken
   */
  @Transactional
  public void create(Account account, String actor) {
    jdbc.sql(
            """
            insert into account (username, name, employee_no, language, is_active)
            values (:username, :name, :employeeNo, :language, :active)
            """)
        .paramSource(account)
        .update();
    addRoles(account);
    events.publishEvent(new AccountChanged(actor, "account.created", account));
  }

  /** Changes everything about an account but its user name; one that is not there is an error. */
  @Transactional
  public void update(Account account, String actor) {
    int changed =
        jdbc.sql(
                """
                update account
                set name = :name, employee_no = :employeeNo, language = :language, is_active = :active
                where username = :username
                """)
            .paramSource(account)
            .update();
    if (changed == 0) {
      throw new IllegalArgumentException("There is no account " + account.username());
    }
    jdbc.sql("delete from account_role where username = :username").paramSource(account).update();
    addRoles(account);
    events.publishEvent(new AccountChanged(actor, "account.changed", account));
  }

  /** The language somebody has chosen to read in; this alone is no matter for the trail. */
  public void speak(String username, String language) {
    jdbc.sql("update account set language = :language where username = :username")
        .param("language", language)
        .param("username", username)
        .update();
  }

  private void addRoles(Account account) {
    jdbc.sql(
            """
            insert into account_role (username, role)
            select :username, unnest(string_to_array(:roles, ' '))
            """)
        .param("username", account.username())
        .param("roles", account.roles().stream().map(Role::name).collect(Collectors.joining(" ")))
        .update();
  }

  private static List<Account> read(StatementSpec statement) {
    return statement
        .query((row, rowNumber) ->
            new Account(
                row.getString("username"),
                row.getString("name"),
                row.getString("employee_no"),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                    .map(Role::valueOf)
                    .collect(Collectors.toSet()),
                row.getString("language"),
                row.getBoolean("is_active")))
        .list();
  }
}
