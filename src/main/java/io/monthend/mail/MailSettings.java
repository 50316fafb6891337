package io.monthend.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a mail says of its origin.
 *
 * @param from the address it comes from
 */
@ConfigurationProperties("monthend.mail")
record MailSettings(String from) {

  MailSettings {
    Mail.requireAddress(from);
  }
}
