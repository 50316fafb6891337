package io.monthend.tasks;

import io.monthend.people.Account;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A case to be opened.
 *
 * @param caseNo of its own among all cases
 * @param process the id of the process definition
 * @param subject whom it is about, who never decides it; null where it is about nobody
 * @param preparers others who must not decide it
 * @param summary a line about it
 */
public record NewCase(
    String caseNo,
    String process,
    Account requester,
    @Nullable Account subject,
    List<Account> preparers,
    Message summary) {

  public NewCase {
    preparers = List.copyOf(preparers);
  }

  /** Whoever prepared it opens it, else the one who asks. */
  Account openedBy() {
    return preparers.isEmpty() ? requester : preparers.getFirst();
  }

  /** What a search finds it by. */
  String search() {
    Account about = subject == null ? requester : subject;
    return String.join(
            " ", caseNo, about.name(), about.username(), String.valueOf(about.employeeNo()))
        .toLowerCase(Locale.ROOT);
  }
}
