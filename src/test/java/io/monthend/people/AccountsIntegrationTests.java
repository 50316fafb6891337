package io.monthend.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.monthend.TestApplication;
import io.monthend.audit.AuditCheck;
import io.monthend.audit.AuditEntry;
import io.monthend.audit.AuditTrail;
import io.monthend.audit.Audited;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

/** Who may sign in, and the trail their changes leave. */
class AccountsIntegrationTests {

  private static final Account LIN =
      new Account("lin", "林淑貞", "E001", Set.of(Role.EMPLOYEE, Role.MANAGER), "zh-Hant", true);

  private static TestApplication application;
  private Accounts accounts;
  private AuditTrail trail;
  private JdbcClient jdbc;

  @BeforeAll
  static void start() throws Exception {
    application = TestApplication.start();
  }

  @AfterAll
  static void stop() throws Exception {
    application.close();
  }

  @BeforeEach
  void empty() {
    accounts = application.get(Accounts.class);
    trail = application.get(AuditTrail.class);
    jdbc = application.get(JdbcClient.class);
    jdbc.sql("truncate account cascade").update();
    jdbc.sql("alter table audit_entry disable trigger user").update();
    jdbc.sql("truncate audit_entry").update();
    jdbc.sql("alter table audit_entry enable trigger user").update();
  }

  @Test
  void anAccountIsFoundByNameByRoleAndByEmployeeNumber() {
    accounts.create(LIN, "hr");

    assertThat(accounts.find("lin")).contains(LIN);
    assertThat(accounts.findByEmployee("E001")).contains(LIN);
    assertThat(accounts.withRole(Role.MANAGER)).containsExactly(LIN);
    assertThat(accounts.withRole(Role.HR)).isEmpty();
    assertThat(accounts.find("nobody")).isEmpty();
  }

  @Test
  void aDisabledAccountIsStillThereButHasNoRoleToOffer() {
    accounts.create(LIN, "hr");
    Account disabled =
        new Account("lin", "林淑貞", "E001", Set.of(Role.EMPLOYEE, Role.MANAGER), "en", false);
    accounts.update(disabled, "hr");

    assertThat(accounts.find("lin")).contains(disabled);
    assertThat(accounts.withRole(Role.MANAGER)).isEmpty();
    assertThat(accounts.all()).containsExactly(disabled);
  }

  @Test
  void anEmployeeHasOneAccount() {
    accounts.create(LIN, "hr");
    assertThatThrownBy(
            () -> accounts.create(new Account("lin2", "林", "E001", Set.of(), "", true), "hr"))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(accounts.find("lin2")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accounts.update(new Account("wang", "王", null, Set.of(), "", true), "hr"))
        .withMessageContaining("no account wang");
  }

  @Test
  void everyChangeOfAnAccountIsOnTheTrail() {
    accounts.create(LIN, "hr");
    accounts.update(
        new Account("lin", "林淑貞", "E001", Set.of(Role.EMPLOYEE), "zh-Hant", true), "chief");

    assertThat(trail.of("account:lin"))
        .extracting(AuditEntry::id, AuditEntry::actor, AuditEntry::action, AuditEntry::details)
        .containsExactly(
            tuple(
                1L, "hr", "account.created", Map.of("roles", "EMPLOYEE MANAGER", "active", "true")),
            tuple(2L, "chief", "account.changed", Map.of("roles", "EMPLOYEE", "active", "true")));
    assertThat(trail.check())
        .isInstanceOfSatisfying(
            AuditCheck.Unbroken.class,
            unbroken -> {
              assertThat(unbroken.entries()).isEqualTo(2);
              assertThat(unbroken.head()).hasSize(64);
            });
  }

  @Test
  void theDatabaseRefusesToChangeTheTrail() {
    accounts.create(LIN, "hr");
    for (String change :
        new String[] {
          "update audit_entry set actor = 'somebody'",
          "delete from audit_entry",
          "truncate audit_entry"
        }) {
      assertThatThrownBy(() -> jdbc.sql(change).update())
          .hasMessageContaining("only ever added to");
    }
  }

  @Test
  void aChangeAGapAndAForgedEntryShow() {
    for (int i = 0; i < 4; i++) {
      accounts.create(new Account("user" + i, "U", null, Set.of(), "", true), "hr");
    }
    assertThat(brokenBy("update audit_entry set actor = 'x' where id = 2")).isEqualTo(2);
    assertThat(brokenBy("delete from audit_entry where id = 3")).isEqualTo(4);
    assertThat(brokenBy("delete from audit_entry where id = 1")).isEqualTo(2);
    assertThat(brokenBy("update audit_entry set at = at + interval '1 second' where id = 4"))
        .isEqualTo(4);
    assertThat(trail.check()).isInstanceOf(AuditCheck.Unbroken.class);
  }

  @Test
  void entriesOfManyAtOnceMakeOneChain() {
    var writers =
        IntStream.range(0, 24)
            .mapToObj(i ->
                CompletableFuture.runAsync(() ->
                    accounts.create(new Account("user" + i, "U", null, Set.of(), "", true), "hr")))
            .toList();
    writers.forEach(CompletableFuture::join);
    assertThat(trail.check())
        .isInstanceOfSatisfying(
            AuditCheck.Unbroken.class, it -> assertThat(it.entries()).isEqualTo(24));
  }

  @Test
  void aDeedWithoutATransactionIsRefused() {
    Audited deed = new AccountChanged("hr", "account.changed", LIN);
    assertThatThrownBy(() -> trail.add(deed)).isInstanceOf(IllegalTransactionStateException.class);
  }

  /** What a check says after somebody with all rights has changed the trail; it is mended after. */
  private long brokenBy(String change) {
    jdbc.sql("create table audit_before as select * from audit_entry").update();
    jdbc.sql("alter table audit_entry disable trigger user").update();
    jdbc.sql(change).update();
    AuditCheck result = trail.check();
    jdbc.sql("truncate audit_entry").update();
    jdbc.sql("insert into audit_entry select * from audit_before").update();
    jdbc.sql("alter table audit_entry enable trigger user").update();
    jdbc.sql("drop table audit_before").update();
    return result instanceof AuditCheck.Broken broken ? broken.id() : 0;
  }
}
