/**
 * Mail that goes out to people, as plain text by SMTP. The server is that of Spring's own settings;
 * it is looked for only when there is something to send. No pay figure belongs in a mail.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.monthend.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
