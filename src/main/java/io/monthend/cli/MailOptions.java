package io.monthend.cli;

import io.monthend.mail.LoneMail;
import io.monthend.mail.Mail;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Who is told by mail when a close has failed. */
final class MailOptions {

  @Spec(Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  private List<String> addresses = List.of();

  @Option(
      names = "--mail-on-failure",
      paramLabel = "ADDRESS",
      defaultValue = "${MONTHEND_MAIL_TO}",
      description = {
        "Mailed where the exit code is not 0; several with commas between them. Without it",
        "MONTHEND_MAIL_TO says whom. The mail server is SPRING_MAIL_HOST."
      })
  void setAddresses(@Nullable String text) {
    addresses = text == null || text.isBlank() ? List.of() : List.of(text.strip().split(" *, *"));
    try {
      addresses.forEach(Mail::requireAddress);
    } catch (IllegalArgumentException e) {
      addresses = List.of();
      throw new ParameterException(spec.commandLine(), "--mail-on-failure: " + e.getMessage(), e);
    }
  }

  /** Tells them; whether that works is said and changes nothing. */
  void run(int exitCode, String month, Path output, PrintWriter out, PrintWriter err) {
    if (exitCode == ExitCode.DONE || addresses.isEmpty()) {
      return;
    }
    Optional<String> trouble = LoneMail.send(mail(exitCode, month, output));
    trouble.ifPresentOrElse(
        reason -> err.println("No mail was sent: " + reason),
        () -> out.println("Mailed to " + String.join(", ", addresses) + "."));
  }

  private Mail mail(int exitCode, String month, Path output) {
    return new Mail(
        addresses,
        "Monthend: the close of " + month + " ended with exit code " + exitCode,
        """
        The close of %s on %s ended with exit code %d:
        %s.

        Output folder: %s
        """
            .formatted(
                month, host(), exitCode, ExitCode.meaning(exitCode), output.toAbsolutePath()));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "a machine without a name";
    }
  }
}
