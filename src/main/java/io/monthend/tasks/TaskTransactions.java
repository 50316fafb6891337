package io.monthend.tasks;

import java.util.function.Supplier;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does a deed as a whole or not at all. People wait for each other at the case; a timer of the same
 * case does not, so a deed that meets one is tried again. A deed within another belongs to it.
 */
@Component
public class TaskTransactions {

  private static final int ATTEMPTS = 4;

  private final TransactionTemplate transaction;

  TaskTransactions(PlatformTransactionManager transactions) {
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Runs it in a transaction, which is kept only if the answer is that it is done. */
  public Answer inOne(Supplier<Answer> deed) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return once(deed);
    }
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return once(deed);
      } catch (FlowableOptimisticLockingException | ConcurrencyFailureException e) {
        // Somebody else got in between: look again at what is there now.
      }
    }
    return once(deed);
  }

  private Answer once(Supplier<Answer> deed) {
    return transaction.execute(status -> {
      Answer answer = deed.get();
      if (!answer.isDone()) {
        status.setRollbackOnly();
      }
      return answer;
    });
  }
}
