package io.monthend.tasks;

import io.monthend.cli.TestInstallation;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowable.engine.ManagementService;
import org.flowable.job.api.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A node with the process engine on an installation of its own, by a clock that is set; what waits
 * for an executor is done when the test says so.
 */
public final class TestOffice {

  private final TestInstallation installation;
  private final SetClock clock = new SetClock();
  private final ConfigurableApplicationContext application;

  private TestOffice(TestInstallation installation, String now, Map<String, String> more) {
    this.installation = installation;
    clock.set(now);
    application = node(more);
  }

  /** Opens one on an installation that is closed with it. */
  public static TestOffice open(
      TestInstallation installation, String now, Map<String, String> more) {
    return new TestOffice(installation, now, more);
  }

  /** Starts another node on the same database, by the same clock. */
  public ConfigurableApplicationContext node(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("flowable.async-executor-activate", "false");
    return TestNode.start(installation.properties(settings), clock);
  }

  public SetClock clock() {
    return clock;
  }

  /** A bean of the node. */
  public <T> T get(Class<T> type) {
    return application.getBean(type);
  }

  /** Makes an account. */
  public Account account(String username, @Nullable String employeeNo, Role... roles) {
    Account account =
        new Account(username, "Name of " + username, employeeNo, Set.of(roles), "", true);
    get(Accounts.class).create(account, "test");
    return account;
  }

  /** The open task of a case at a step. */
  public String task(String caseNo, String key) {
    return get(JdbcClient.class)
        .sql(
            """
            select t.id_ from flowable.act_ru_task t join work_case c on c.process_instance = t.proc_inst_id_
            where c.case_no = :case and t.task_def_key_ = :key
            """)
        .param("case", caseNo)
        .param("key", key)
        .query(String.class)
        .single();
  }

  /** Decides a step of a case. */
  public Answer decide(Account who, String caseNo, String key, Outcome outcome) {
    return get(Decisions.class).decide(who, task(caseNo, key), outcome, "Because");
  }

  /** The process instance of a case. */
  public String instance(String caseNo) {
    return get(JdbcClient.class)
        .sql("select process_instance from work_case where case_no = :case")
        .param("case", caseNo)
        .query(String.class)
        .single();
  }

  /** Does the jobs of a case that wait for an executor. */
  public void executeJobs(String caseNo) {
    ManagementService jobs = get(ManagementService.class);
    jobs.createJobQuery()
        .processInstanceId(instance(caseNo))
        .list()
        .forEach(job -> jobs.executeJob(job.getId()));
  }

  /** Fires what is due by the set clock, until nothing is; tells how much that was. */
  public int fireTimers(String caseNo) {
    ManagementService jobs = get(ManagementService.class);
    int fired = 0;
    while (true) {
      List<Job> due =
          jobs.createTimerJobQuery().processInstanceId(instance(caseNo)).list().stream()
              .filter(job -> !job.getDuedate().toInstant().isAfter(clock.instant()))
              .toList();
      if (due.isEmpty()) {
        return fired;
      }
      jobs.moveTimerToExecutableJob(due.getFirst().getId());
      jobs.executeJob(due.getFirst().getId());
      fired++;
    }
  }

  /** What somebody was told about a case. */
  public List<String> told(Account who, String caseNo) {
    return get(Notices.class).of(who).stream()
        .filter(notice -> notice.path().equals("/requests/" + caseNo))
        .map(Notices.Notice::kind)
        .toList();
  }

  /** Stops the node and removes its installation. */
  public void close() throws Exception {
    application.close();
    installation.close();
  }
}
