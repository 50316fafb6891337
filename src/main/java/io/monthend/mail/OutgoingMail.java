package io.monthend.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mail to the configured server ({@code spring.mail}). */
@Component
public class OutgoingMail {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final ObjectProvider<JavaMailSender> server;
  private final MailSettings settings;

  OutgoingMail(ObjectProvider<JavaMailSender> server, MailSettings settings) {
    this.server = server;
    this.settings = settings;
  }

  /** Whether there is a server to hand mail to. */
  public boolean isConfigured() {
    return server.getIfAvailable() != null;
  }

  /** Sends, within a minute, and says what went wrong; empty = the server has taken it. */
  public Optional<String> send(Mail mail) {
    JavaMailSender sender = server.getIfAvailable();
    if (sender == null) {
      return Optional.of("no mail server is configured; set SPRING_MAIL_HOST");
    }
    return within(LIMIT, () -> sender.send(message -> fill(message, mail)));
  }

  private void fill(MimeMessage message, Mail mail) throws MessagingException {
    MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
    helper.setFrom(settings.from());
    helper.setTo(mail.to().toArray(String[]::new));
    helper.setSubject(mail.subject());
    helper.setText(mail.text());
    message.setHeader("Auto-Submitted", "auto-generated");
    if (mail.id() != null) {
      String domain = settings.from().substring(settings.from().indexOf('@'));
      message.setHeader("Message-ID", "<" + mail.id() + domain + ">");
    }
  }

  /** The server's own time-outs are for one answer each; this is for all of them. */
  private static Optional<String> within(Duration limit, Runnable sending) {
    FutureTask<Boolean> task = new FutureTask<>(sending, true);
    Thread.ofVirtual().start(task);
    try {
      task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(
          String.valueOf(task.exceptionNow().getMessage()).lines().findFirst().orElse(""));
    } catch (TimeoutException e) {
      task.cancel(true);
      return Optional.of("the server did not take it within " + limit.toSeconds() + " seconds");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the command was interrupted");
    }
  }
}
