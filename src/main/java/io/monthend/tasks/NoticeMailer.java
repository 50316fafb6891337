package io.monthend.tasks;

import io.monthend.mail.OutgoingMail;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Mails notices again and again, where there is a mail server to hand them to. */
@Component
@ConditionalOnBooleanProperty("flowable.process.enabled")
class NoticeMailer implements SmartLifecycle {

  /** So that a stop never waits for a long queue. */
  private static final int MOST_AT_ONCE = 100;

  private final NoticeMails mails;
  private final OutgoingMail outgoing;
  private final Duration pause;

  private @Nullable ThreadPoolTaskScheduler looking;

  NoticeMailer(
      NoticeMails mails, OutgoingMail outgoing, @Value("${monthend.mail.pause}") Duration pause) {
    this.mails = mails;
    this.outgoing = outgoing;
    this.pause = pause;
  }

  @Override
  public void start() {
    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    scheduler.setThreadNamePrefix("notice-mail-");
    scheduler.initialize();
    if (outgoing.isConfigured()) {
      ScheduledFuture<?> _ = scheduler.scheduleWithFixedDelay(this::look, pause);
    }
    looking = scheduler;
  }

  @Override
  public void stop() {
    if (looking != null) {
      looking.shutdown();
    }
    looking = null;
  }

  @Override
  public boolean isRunning() {
    return looking != null;
  }

  void look() {
    mails.gather();
    for (int sent = 0; sent < MOST_AT_ONCE && mails.sendOne(); sent++) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }
}
