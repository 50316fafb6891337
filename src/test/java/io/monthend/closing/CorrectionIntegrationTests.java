package io.monthend.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.cli.TestInstallation;
import io.monthend.closing.MonthCases.Stage;
import io.monthend.explanation.Explained;
import io.monthend.explanation.Explanation;
import io.monthend.explanation.Explanations;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.kernel.Source;
import io.monthend.leave.Half;
import io.monthend.leave.LeaveDesk;
import io.monthend.leave.LeaveForm;
import io.monthend.payroll.IssuedPayslip;
import io.monthend.payroll.LineCode;
import io.monthend.payroll.Payslips;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.rulebook.LeaveType;
import io.monthend.tasks.Answer;
import io.monthend.tasks.Answer.Done;
import io.monthend.tasks.Attachments;
import io.monthend.tasks.Outcome;
import io.monthend.tasks.TestOffice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A certificate that comes after its month was closed, down to the slip that corrects it (C4). */
class CorrectionIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final byte[] PDF = "%PDF-1.7 paper".getBytes(StandardCharsets.US_ASCII);
  private static final int FIRST_YEAR = 2026;
  private static final AtomicInteger TESTS = new AtomicInteger();

  private static TestOffice office;
  private static Account manager;
  private static Account hr;
  private static Account generalManager;
  private static Account operations;

  private Account lin;
  private String no;
  private int year;
  private PayMonth september;
  private PayMonth october;
  private PayMonth november;

  @BeforeAll
  static void open() throws Exception {
    office =
        TestOffice.open(
            TestInstallation.create(),
            FIRST_YEAR + "-01-01T09:00:00",
            Map.of("monthend.dispatch.pause", "50ms"));
    manager = office.account("manager", null, Role.MANAGER);
    hr = office.account("hr", null, Role.HR);
    generalManager = office.account("boss", null, Role.GENERAL_MANAGER);
    operations = office.account("operations", null, Role.OPERATIONS);
  }

  @AfterAll
  static void close() throws Exception {
    office.close();
  }

  /** A person and a year of one's own for every test. */
  @BeforeEach
  void employ() {
    int test = TESTS.getAndIncrement();
    year = FIRST_YEAR + test;
    no = "E" + test;
    september = PayMonth.of(year + "-09");
    october = PayMonth.of(year + "-10");
    november = PayMonth.of(year + "-11");
    sql(
        """
        insert into books.employee (employee_no, name, team, position, hire_date, base_salary_cents, notice_waived)
        values ('%s', 'Lin', 'A', 'CSR', date '2024-03-01', 540000, false)
        """
            .formatted(no));
    sql(
        """
        insert into books.rostered_shift
        select '%1$s', day::date, 'D' from generate_series(date '%2$d-09-07', date '%2$d-09-08', '1 day') day
        """
            .formatted(no, year));
    office.clock().set(year + "-09-01T09:00:00");
    lin = office.account("lin" + test, no, Role.EMPLOYEE);
  }

  private void sql(String statement) {
    office.get(JdbcClient.class).sql(statement).update();
  }

  private String sickLeave() {
    LeaveForm form =
        new LeaveForm(
            LeaveType.SICK,
            LocalDate.of(year, 9, 7),
            Half.AM,
            LocalDate.of(year, 9, 8),
            Half.PM,
            "Flu");
    String leaveNo = done(office.get(LeaveDesk.class).ask(lin, form));
    done(office.decide(manager, leaveNo, "decide", Outcome.APPROVE));
    office.clock().set(year + "-09-07T00:00:00");
    office.fireTimers(leaveNo);
    return leaveNo;
  }

  private static String done(Answer answer) {
    assertThat(answer).isInstanceOf(Done.class);
    return ((Done) answer).caseNo();
  }

  /** Closes a month up to its review. */
  private String review(PayMonth month) throws Exception {
    office.clock().set(month.last().plusDays(2) + "T09:00:00");
    String caseNo = done(office.get(MonthDesk.class).start(operations, month));
    Instant end = Instant.now().plus(PATIENCE);
    while (office.get(MonthCases.class).get(caseNo).stage() != Stage.REVIEW) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(20);
    }
    return caseNo;
  }

  private void publish(String caseNo) {
    done(office.decide(hr, caseNo, "review", Outcome.APPROVE));
    done(office.decide(generalManager, caseNo, "approve", Outcome.APPROVE));
    office.executeJobs(caseNo);
  }

  private void close(PayMonth month) throws Exception {
    publish(review(month));
  }

  private void reopen(PayMonth month) {
    MonthReopenings reopenings = office.get(MonthReopenings.class);
    done(reopenings.ask(hr, month, "The certificate"));
    done(reopenings.answer(generalManager, month, true));
  }

  private void handInLate(String leaveNo) {
    done(office.get(Attachments.class).attach(lin, leaveNo, "certificate.pdf", PDF));
    done(office.get(LeaveDesk.class).handInLate(lin, leaveNo));
  }

  private IssuedPayslip slip(PayMonth month) {
    long run = office.get(CloseRuns.class).live(month).orElseThrow().id();
    return office.get(Payslips.class).find(run, no).orElseThrow();
  }

  private List<IssuedPayslip.Line> lines(PayMonth month, LineCode code) {
    return slip(month).lines().stream().filter(line -> line.code() == code).toList();
  }

  private List<IssuedPayslip.Line> corrections(PayMonth month) {
    return lines(month, LineCode.CORRECTION);
  }

  private IssuedPayslip.Line correction(String amount, String leaveNo, int day) {
    return new IssuedPayslip.Line(
        LineCode.CORRECTION,
        Money.of(amount),
        "G13+G9+C4",
        new Source("%d-09:FINE:leave:%s@%d-09-%02d".formatted(year, leaveNo, year, day)));
  }

  private String state(String leaveNo) {
    return office.get(LeaveDesk.class).find(leaveNo).orElseThrow().state().word();
  }

  @Test
  void theNextSlipGivesTheFineBackOnce() throws Exception {
    String leaveNo = sickLeave();
    String reviewed = review(september);
    long run = office.get(CloseRuns.class).live(september).orElseThrow().id();
    assertThat(office.get(ReviewItems.class).of(run, no))
        .contains(ReviewItem.of(ReviewItem.Kind.LEAVE_PAPERS_OPEN, Source.leave(leaveNo)));
    publish(reviewed);
    assertThat(lines(september, LineCode.FINE)).hasSize(2);
    assertThat(state(leaveNo)).isEqualTo("personal");
    assertThat(office.told(lin, leaveNo)).contains("leave.personal");
    IssuedPayslip before = slip(september);

    handInLate(leaveNo);
    assertThat(state(leaveNo)).isEqualTo("approved");
    assertThat(office.told(lin, leaveNo)).contains("leave.certified-late");
    assertThat(office.told(hr, leaveNo)).contains("leave.certificate-late");
    assertThat(office.get(LeaveDesk.class).handInLate(lin, leaveNo))
        .isInstanceOf(Answer.Refused.class);

    close(october);
    assertThat(slip(september)).as("a published slip never changes").isEqualTo(before);
    assertThat(corrections(october))
        .containsExactly(correction("30.00", leaveNo, 7), correction("30.00", leaveNo, 8));
    assertThat(slip(october).net()).isEqualTo(Money.of("5460.00"));
    close(november);
    assertThat(corrections(november)).isEmpty();

    Explained told = office.get(Explanations.class).explain(october, no, Language.EN);
    assertThat(((Explained.Found) told).explanation().section(Explanation.Part.PAYSLIP).entries())
        .filteredOn(entry -> entry.leaveNo().equals(leaveNo))
        .hasSize(2)
        .first()
        .satisfies(entry ->
            assertThat(entry.facts())
                .containsExactly(
                    "corrects Fine on the slip of September %d: leave %s, whose certificate came after the month was closed"
                        .formatted(year, leaveNo)));
  }

  @Test
  void aMonthThatIsReopenedCountsItItselfAndWhatWasGivenIsTakenBack() throws Exception {
    String leaveNo = sickLeave();
    close(september);
    reopen(september);
    handInLate(leaveNo);
    close(september);
    assertThat(lines(september, LineCode.FINE)).isEmpty();
    close(october);
    assertThat(corrections(october)).isEmpty();
  }

  @Test
  void whatAnotherSlipGaveIsTakenBackWhenTheMonthItselfIsClosedAnew() throws Exception {
    String leaveNo = sickLeave();
    close(september);
    handInLate(leaveNo);
    close(october);
    reopen(september);
    close(september);
    assertThat(lines(september, LineCode.FINE)).isEmpty();
    close(november);
    assertThat(corrections(november))
        .containsExactly(correction("-30.00", leaveNo, 7), correction("-30.00", leaveNo, 8));
  }

  @Test
  void whatIsGivenUpIsGivenByTheNextMonth() throws Exception {
    String leaveNo = sickLeave();
    close(september);
    handInLate(leaveNo);
    String reviewed = review(october);
    assertThat(corrections(october)).hasSize(2);
    review(november);
    assertThat(corrections(november)).as("while another month may give it").isEmpty();
    publish(reviewed);
    reopen(october);
    close(PayMonth.of(year + "-12"));
    assertThat(corrections(PayMonth.of(year + "-12"))).hasSize(2);
    close(october);
    assertThat(corrections(october)).isEmpty();
  }

  @Test
  void whoHasLeftGetsASlipOfCorrectionsAlone() throws Exception {
    String leaveNo = sickLeave();
    close(september);
    sql(
        "update books.employee set last_day = date '"
            + year
            + "-09-30', leaving = 'ENDED' where employee_no = '"
            + no
            + "'");
    handInLate(leaveNo);
    close(october);
    assertThat(slip(october).lines())
        .containsExactly(correction("30.00", leaveNo, 7), correction("30.00", leaveNo, 8));
    assertThat(slip(october).net()).isEqualTo(Money.of("60.00"));
    assertThat(office.get(Explanations.class).explain(october, no, Language.EN))
        .isInstanceOf(Explained.Found.class);
    close(november);
    assertThat(office.get(Payslips.class).publishedMonths(no))
        .containsExactly(september.toString(), october.toString());
  }
}
