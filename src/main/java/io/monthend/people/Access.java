package io.monthend.people;

import static io.monthend.people.Role.ATTENDANCE_CLERK;
import static io.monthend.people.Role.AUDITOR;
import static io.monthend.people.Role.EMPLOYEE;
import static io.monthend.people.Role.GENERAL_MANAGER;
import static io.monthend.people.Role.HR;
import static io.monthend.people.Role.LEADER;
import static io.monthend.people.Role.MANAGER;
import static io.monthend.people.Role.SUPERVISOR;
import static io.monthend.people.Role.TRAINER;

import org.jspecify.annotations.Nullable;

/**
 * Who may see what of whom (section J). Functions of the account and of the person looked at, so
 * that every page decides alike.
 */
public final class Access {

  private Access() {}

  /**
   * The person something is about.
   *
   * @param team absent where it is not known
   */
  public record Subject(String employeeNo, @Nullable String team) {}

  /** Whether it is one's own: about the employee the account belongs to. */
  public static boolean isOwn(Account account, Subject subject) {
    return account.is(EMPLOYEE) && account.isOf(subject.employeeNo());
  }

  /**
   * Whether a leader leads the person.
   *
   * @param ownTeam the team of the account's own employee; absent if there is none
   */
  public static boolean isMyTeam(Account account, @Nullable String ownTeam, Subject subject) {
    return account.is(LEADER) && ownTeam != null && ownTeam.equals(subject.team());
  }

  /** Whether an account may see anybody's pay: operations, leaders and the like may not. */
  public static boolean mayReadAllPay(Account account) {
    return account.isAny(HR, GENERAL_MANAGER, AUDITOR);
  }

  /** Whether an account may see the person's pay slips. */
  public static boolean mayReadPay(Account account, Subject subject) {
    return isOwn(account, subject) || mayReadAllPay(account);
  }

  /** Whether an account may see everybody's evaluations: those who evaluate, and who read all. */
  public static boolean mayReadAllEvaluations(Account account) {
    return account.isAny(HR, GENERAL_MANAGER, AUDITOR, MANAGER, SUPERVISOR, TRAINER);
  }

  /** Whether an account may see the person's evaluations. */
  public static boolean mayReadEvaluation(
      Account account, @Nullable String ownTeam, Subject subject) {
    return isOwn(account, subject)
        || mayReadAllEvaluations(account)
        || isMyTeam(account, ownTeam, subject);
  }

  /** Whether an account may see when anybody came, left and was on leave. */
  public static boolean mayReadAllAttendance(Account account) {
    return mayReadAllEvaluations(account) || account.is(ATTENDANCE_CLERK);
  }

  /** Whether an account may see when the person came, left and was on leave. */
  public static boolean mayReadAttendance(
      Account account, @Nullable String ownTeam, Subject subject) {
    return mayReadAllAttendance(account) || mayReadEvaluation(account, ownTeam, subject);
  }

  /** Whether an account may decide a case: never its own, and an auditor changes nothing. */
  public static boolean mayDecide(Account account, Subject subject) {
    return !account.isOf(subject.employeeNo()) && !account.is(AUDITOR);
  }
}
