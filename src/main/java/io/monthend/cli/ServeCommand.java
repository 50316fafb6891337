package io.monthend.cli;

import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.signin.DemoAccounts;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code serve}: the web application, until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves the web application until it is stopped by Ctrl-C or a signal.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:stopped; 130 or 143 if by Ctrl-C or a signal",
      "1:failed, for one because the port is taken",
      "2:wrong usage; no account yet, or one everybody knows the password of"
    })
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private WebAddress web = new WebAddress();
  @Mixin private DataDirectoryOption data = new DataDirectoryOption();

  @Override
  public Integer call() throws Exception {
    Map<String, Object> settings = new HashMap<>(web.settings(spec));
    PrintWriter out = spec.commandLine().getOut();
    if (!isSafe(new Terminal(out))) {
      return ExitCode.WRONG_USAGE;
    }
    Installation served = Installation.serve(data.directory(), settings);
    out.printf("Monthend is at http://localhost:%d/  (Ctrl-C stops it)%n", served.port());
    out.flush();
    served.keepServing();
    return ExitCode.DONE;
  }

  /** Looked at before anybody can reach a page. */
  private boolean isSafe(Terminal terminal) {
    try (Installation installation = Installation.open(data.directory(), terminal)) {
      if (installation.get(Accounts.class).all().stream().noneMatch(Account::active)) {
        return refuse(
            "There is no account yet to sign in with. Make the first one: monthend account add USER"
                + " --name NAME --role HR");
      }
      List<String> open = installation.get(DemoAccounts.class).stillOpen();
      return open.isEmpty()
          || refuse(
              "These accounts have the demo's password, which everybody knows: "
                  + String.join(", ", open)
                  + ". Disable them (monthend account disable USER), or use monthend demo.");
    }
  }

  private boolean refuse(String why) {
    spec.commandLine().getErr().println(why);
    return false;
  }
}
