package io.monthend.mail;

import java.util.Optional;
import org.springframework.beans.BeansException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Mail without the application, so also where its database cannot be reached. */
@ImportAutoConfiguration(MailSenderAutoConfiguration.class)
@EnableConfigurationProperties(MailSettings.class)
@Import(OutgoingMail.class)
public final class LoneMail {

  private LoneMail() {}

  /** As {@link OutgoingMail#send}; settings that cannot be used are told in the same way. */
  public static Optional<String> send(Mail mail) {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(LoneMail.class).web(WebApplicationType.NONE).run()) {
      return context.getBean(OutgoingMail.class).send(mail);
    } catch (BeansException e) {
      return Optional.of("the settings cannot be used: " + e.getMostSpecificCause().getMessage());
    }
  }
}
