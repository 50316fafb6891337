package io.monthend;

import io.monthend.leave.Half;
import io.monthend.leave.LeaveDesk;
import io.monthend.leave.LeaveForm;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.rulebook.LeaveType;
import io.monthend.tasks.Answer;
import io.monthend.tasks.Attachments;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leave that people of the demo ask for, each for a day of its own far ahead. */
public final class LeaveCases {

  private static final byte[] PDF = "%PDF-1.7 paper".getBytes(StandardCharsets.US_ASCII);
  private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
  private static final AtomicInteger DAYS = new AtomicInteger();

  /** A request with one paper, and the id of the task that waits for its decision. */
  public record Asked(String caseNo, String task, long paper) {}

  private LeaveCases() {}

  /** Asks in the name of somebody of the demo's company. */
  public static Asked ask(ServedApplication application, String employeeNo) {
    Account who = application.get(Accounts.class).findByEmployee(employeeNo).orElseThrow();
    LocalDate day = FIRST.plusWeeks(DAYS.getAndIncrement());
    LeaveForm form =
        new LeaveForm(LeaveType.PERSONAL, day, Half.AM, day.plusDays(1), Half.PM, "家中有事");
    if (!(application.get(LeaveDesk.class).ask(who, form) instanceof Answer.Done done)) {
      throw new IllegalStateException("The leave was not taken");
    }
    Attachments papers = application.get(Attachments.class);
    papers.attach(who, done.caseNo(), "letter.pdf", PDF);
    return new Asked(
        done.caseNo(),
        task(application, done.caseNo()),
        papers.of(who, done.caseNo()).getFirst().id());
  }

  /** The id of the one open task of a case. */
  public static String task(ServedApplication application, String caseNo) {
    return application
        .get(JdbcClient.class)
        .sql(
            """
            select t.id_ from flowable.act_ru_task t join work_case c on c.process_instance = t.proc_inst_id_
            where c.case_no = :case
            """)
        .param("case", caseNo)
        .query(String.class)
        .single();
  }
}
