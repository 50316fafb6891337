package io.monthend.tasks;

import io.monthend.people.Account;
import java.util.List;

/** What the queue has to ask a process about its cases; one for each process. */
public interface CaseProcess {

  /** The id of its definition. */
  String process();

  /**
   * What stands in the way of an outcome, in the transaction of the decision; empty = nothing.
   *
   * @param taskKey the id of the task in the process
   */
  List<Message> missing(String caseNo, String taskKey, Outcome outcome, Account decider);
}
