package io.monthend.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.people.Access.Subject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may see what of whom, for every role. */
class AccessTests {

  private static final Subject LIN = new Subject("E001", "one");
  private static final Subject WANG = new Subject("E002", "two");

  @ParameterizedTest
  @EnumSource(Role.class)
  void onlyHrTheGeneralManagerAndTheAuditorSeeAnybodysPay(Role role) {
    assertThat(Access.mayReadPay(account(null, role), LIN))
        .isEqualTo(EnumSet.of(Role.HR, Role.GENERAL_MANAGER, Role.AUDITOR).contains(role));
  }

  @Test
  void anEmployeeSeesTheirOwnPayAndNobodyElses() {
    Account lin = account("E001", Role.EMPLOYEE);
    assertThat(Access.mayReadPay(lin, LIN)).isTrue();
    assertThat(Access.mayReadPay(lin, WANG)).isFalse();
    assertThat(Access.mayReadPay(account(null, Role.EMPLOYEE), LIN)).isFalse();
  }

  @Test
  void operationsSeeNoPayNotEvenByAnEmployeeNumberWithoutTheRole() {
    assertThat(Access.mayReadPay(account("E001", Role.OPERATIONS), LIN)).isFalse();
  }

  @Test
  void aLeaderSeesTheEvaluationsOfTheOwnTeam() {
    Account leader = account("E009", Role.LEADER);
    assertThat(Access.mayReadEvaluation(leader, "one", LIN)).isTrue();
    assertThat(Access.mayReadEvaluation(leader, "one", WANG)).isFalse();
    assertThat(Access.mayReadEvaluation(leader, null, LIN)).isFalse();
    assertThat(Access.mayReadEvaluation(leader, "one", new Subject("E001", null))).isFalse();
    assertThat(Access.mayReadPay(leader, LIN)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void whoEvaluatesOrReadsAllSeesEvaluationsOfEveryTeam(Role role) {
    Set<Role> readers =
        EnumSet.of(
            Role.HR,
            Role.GENERAL_MANAGER,
            Role.AUDITOR,
            Role.MANAGER,
            Role.SUPERVISOR,
            Role.TRAINER);
    assertThat(Access.mayReadEvaluation(account(null, role), null, WANG))
        .isEqualTo(readers.contains(role));
    readers.add(Role.ATTENDANCE_CLERK);
    assertThat(Access.mayReadAttendance(account(null, role), null, WANG))
        .isEqualTo(readers.contains(role));
  }

  @Test
  void nobodyDecidesTheirOwnCaseAndAnAuditorNone() {
    Account manager = account("E001", Role.MANAGER);
    assertThat(Access.mayDecide(manager, WANG)).isTrue();
    assertThat(Access.mayDecide(manager, LIN)).isFalse();
    assertThat(Access.mayDecide(account(null, Role.AUDITOR, Role.HR), LIN)).isFalse();
  }

  private static Account account(@Nullable String employeeNo, Role... roles) {
    return new Account("somebody", "S", employeeNo, Set.copyOf(Arrays.asList(roles)), "", true);
  }
}
