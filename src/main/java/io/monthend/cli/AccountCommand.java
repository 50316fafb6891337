package io.monthend.cli;

import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import io.monthend.signin.Passwords;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code account}: who may sign in to the web application. */
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    description = "Adds, lists, disables and resets the accounts of the web application.")
final class AccountCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Adds an account and prints a password for the first sign-in.")
  int add(
      @Parameters(paramLabel = "USER", description = "Small letters, digits, '.', '-' and '_'.")
          String user,
      @Option(
              names = "--name",
              paramLabel = "NAME",
              required = true,
              description = "As people write it.")
          String name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              required = true,
              description = "Several times for several: ${COMPLETION-CANDIDATES}.")
          List<Role> roles,
      @Option(names = "--employee", paramLabel = "E", description = "The employee number, if any.")
          @Nullable String employee,
      @Mixin DataDirectoryOption data) {
    Account account = account(user, name, employee, roles);
    return with(
        data,
        installation -> {
          try {
            String password =
                installation
                    .get(TransactionTemplate.class)
                    .execute(status -> {
                      installation.get(Accounts.class).create(account, actor());
                      return installation.get(Passwords.class).reset(user, actor());
                    });
            out().printf("%s may sign in.%n", user);
            tellPassword(password);
            return ExitCode.DONE;
          } catch (DuplicateKeyException e) {
            return refuse("There is an account " + user + " already, or one of that employee.");
          }
        });
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the accounts with their roles.")
  int list(@Mixin DataDirectoryOption data) {
    return with(
        data,
        installation -> {
          for (Account account : installation.get(Accounts.class).all()) {
            out()
                .printf(
                    Locale.ROOT,
                    "%-20s %-9s %-8s %s  %s%n",
                    account.username(),
                    account.active() ? "active" : "disabled",
                    account.employeeNo() == null ? "-" : account.employeeNo(),
                    TerminalText.plain(account.name()),
                    account.roles().stream()
                        .map(Role::name)
                        .sorted()
                        .collect(Collectors.joining(", ")));
          }
          return ExitCode.DONE;
        });
  }

  @Command(
      name = "disable",
      mixinStandardHelpOptions = true,
      description = "Ends an account: its owner is signed out at once and cannot sign in again.")
  int disable(@Parameters(paramLabel = "USER") String user, @Mixin DataDirectoryOption data) {
    return with(
        data,
        installation -> {
          Accounts accounts = installation.get(Accounts.class);
          Optional<Account> found = accounts.find(user);
          if (found.isEmpty()) {
            return refuse(unknown(user));
          }
          Account was = found.get();
          accounts.update(
              new Account(user, was.name(), was.employeeNo(), was.roles(), was.language(), false),
              actor());
          out().printf("%s cannot sign in any more.%n", user);
          return ExitCode.DONE;
        });
  }

  @Command(
      name = "reset",
      mixinStandardHelpOptions = true,
      description = "Prints a new password for one sign-in; sessions of the old one are over.")
  int reset(@Parameters(paramLabel = "USER") String user, @Mixin DataDirectoryOption data) {
    return with(
        data,
        installation -> {
          if (installation.get(Accounts.class).find(user).isEmpty()) {
            return refuse(unknown(user));
          }
          tellPassword(installation.get(Passwords.class).reset(user, actor()));
          return ExitCode.DONE;
        });
  }

  private Account account(String user, String name, @Nullable String employee, List<Role> roles) {
    try {
      return new Account(user, name, employee, Set.copyOf(roles), "", true);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private int with(DataDirectoryOption data, ToIntFunction<Installation> work) {
    try (Installation installation = Installation.open(data.directory(), new Terminal(out()))) {
      return work.applyAsInt(installation);
    }
  }

  private void tellPassword(@Nullable String password) {
    out()
        .printf(
            "The password for the first sign-in, to be changed there: %s%nIt is shown this once.%n",
            password);
  }

  private int refuse(String why) {
    spec.commandLine().getErr().println(why);
    return ExitCode.WRONG_USAGE;
  }

  private static String unknown(String user) {
    return "There is no account " + user + "; see: monthend account list";
  }

  private static String actor() {
    return System.getProperty("user.name", "?");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
