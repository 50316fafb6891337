package io.monthend.cli;

import io.monthend.exchange.BooksImport;
import io.monthend.exchange.BooksImport.Order;
import io.monthend.exchange.BooksImport.Outcome;
import io.monthend.kernel.PayMonth;
import io.monthend.months.PayMonths;
import io.monthend.people.StaffBook;
import io.monthend.roster.RosterBook;
import io.monthend.rulebook.RuleBooks;
import io.monthend.sample.OngoingMonths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the demo's company into the books, where the pages find its people and rosters. What is in
 * them stays: a second run adds the days that have passed.
 */
final class DemoBooks {

  private static final String ACTOR = "demo";

  /** The files of a month also have some days around it. */
  private static final int MIDDLE = 15;

  private final BooksImport books;
  private final PayMonths months;
  private final RosterBook rosters;
  private final DemoFiles files;
  private final LocalDateTime now;
  private final boolean isNew;

  DemoBooks(Installation installation, DemoFiles files) {
    this.books = installation.get(BooksImport.class);
    this.months = installation.get(PayMonths.class);
    this.rosters = installation.get(RosterBook.class);
    this.files = files;
    this.now = LocalDateTime.now(installation.get(Clock.class));
    this.isNew = installation.get(StaffBook.class).teams(now.toLocalDate()).isEmpty();
  }

  /** Enters the files of a month that is about to be closed; a closed one is in the books. */
  Optional<Path> enter(PayMonth month) throws IOException, SQLException {
    return isNew || months.publishedRun(month).isEmpty()
        ? enter(files.input(month), month)
        : Optional.empty();
  }

  /**
   * Enters what there is beyond the closed months: balances, rosters to the end of next month, and
   * the punches so far.
   */
  Optional<Path> enterOngoing() throws IOException, SQLException {
    PayMonth last = DemoFiles.months().getLast();
    List<YearMonth> open =
        Stream.iterate(last.month().plusMonths(1), month -> month.plusMonths(1))
            .takeWhile(month -> !month.atDay(1).isAfter(endOfOutlook(last)))
            .filter(month -> months.publishedRun(new PayMonth(month)).isEmpty())
            .toList();
    OngoingMonths ongoing = new OngoingMonths(files.input(last), last.month());
    ongoing.writeRosters(
        open.stream()
            .filter(month -> !rosters.isKnown(month.atDay(MIDDLE), month.atEndOfMonth()))
            .toList(),
        files.ongoing());
    ongoing.writePunches(open, now, files.ongoing());
    Optional<Path> rejected = enter(files.balances(), null);
    return rejected.isPresent() || !Files.isDirectory(files.ongoing())
        ? rejected
        : enter(files.ongoing(), null);
  }

  /** Next month, or the first behind the closed ones. */
  private LocalDate endOfOutlook(PayMonth last) {
    LocalDate next = now.toLocalDate().plusMonths(1);
    return next.isAfter(last.last()) ? next : last.last().plusDays(1);
  }

  /** Where the faults are listed, if there are any. */
  private Optional<Path> enter(Path input, @Nullable PayMonth month)
      throws IOException, SQLException {
    PayMonth effective = month == null ? PayMonth.of(now.toLocalDate()) : month;
    Path answers = files.answers(input);
    Outcome outcome =
        books.run(
            new Order(
                input,
                StandardCharsets.UTF_8,
                month,
                false,
                answers,
                RuleBooks.bundled().inEffect(effective).orElseThrow().book(),
                ACTOR));
    return outcome.ending() == BooksImport.Ending.REJECTED
        ? Optional.of(answers.resolve("rejects.csv"))
        : Optional.empty();
  }
}
