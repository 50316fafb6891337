package io.monthend.closing;

import io.monthend.closing.ReviewItem.Kind;
import io.monthend.kernel.PayMonth;
import io.monthend.pages.AllowRoles;
import io.monthend.pages.Asked;
import io.monthend.pages.Page;
import io.monthend.pages.RequestRefused;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.tasks.Speech;
import io.monthend.tasks.Speeches;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The things to look at of a month, for those who review it. */
@Page
class ExceptionPages {

  private static final int LONGEST_WORDS = 200;
  private static final int LAST_PAGE = 10_000;

  private final ExceptionList list;
  private final ReviewItems items;
  private final CloseRuns runs;
  private final Speeches speeches;

  ExceptionPages(ExceptionList list, ReviewItems items, CloseRuns runs, Speeches speeches) {
    this.list = list;
    this.items = items;
    this.runs = runs;
    this.speeches = speeches;
  }

  /**
   * The list.
   *
   * @param kind only this one; empty = all
   * @param state {@code open} = only those nobody has looked at
   */
  @AllowRoles({Role.HR, Role.GENERAL_MANAGER, Role.AUDITOR})
  @GetMapping("/months/{month}/exceptions")
  ModelAndView exceptions(
      Account account,
      Language language,
      @PathVariable String month,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "0") int page) {
    PayMonth asked = Asked.month(month);
    Speech say = speeches.in(language);
    ModelAndView shown = new ModelAndView("closing/exceptions");
    shown.addObject("month", asked);
    shown.addObject("say", say);
    shown.addObject("mayMark", account.is(Role.HR));
    shown.addObject("kind", kindOf(kind));
    shown.addObject("isOpenOnly", state.equals("open"));
    Optional<CloseRun> run = run(asked);
    if (run.isPresent()) {
      ExceptionWords words = new ExceptionWords(runs.edition(run.get()), language, say);
      int number = Math.clamp(page, 0, LAST_PAGE);
      ExceptionList.Rows rows = list.of(run.get(), kindOf(kind), state.equals("open"), number);
      shown.addObject("rows", rows);
      shown.addObject("words", words);
      shown.addObject("counts", words.counts(items.counts(run.get().id())));
      shown.addObject("open", list.open(run.get()));
      shown.addObject("page", number);
      shown.addObject("hasNext", (number + 1L) * ExceptionList.SIZE < rows.total());
    }
    return shown;
  }

  /**
   * Marks what is selected as looked at, or all of the kind, or takes the marks off.
   *
   * @param looked {@code true}, {@code false} or {@code all}
   */
  @AllowRoles(Role.HR)
  @PostMapping("/months/{month}/exceptions")
  ModelAndView mark(
      Account account,
      @PathVariable String month,
      @RequestParam(defaultValue = "") List<String> item,
      @RequestParam(defaultValue = "true") String looked,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String state) {
    PayMonth asked = Asked.month(month);
    List<String> keys = item.stream().limit(ExceptionList.SIZE).toList();
    String whole = words.strip();
    String note = whole.substring(0, Math.min(LONGEST_WORDS, whole.length()));
    Kind only = kindOf(kind);
    run(asked)
        .ifPresent(run -> {
          switch (looked) {
            case "true" -> list.mark(run, account, keys, note);
            case "all" -> list.markAll(run, account, only, note);
            default -> list.unmark(asked, keys);
          }
        });
    ModelAndView page = new ModelAndView("redirect:/months/" + asked + "/exceptions");
    page.addObject("kind", only == null ? "" : only.name());
    page.addObject("state", state.equals("open") ? "open" : "");
    return page;
  }

  private Optional<CloseRun> run(PayMonth month) {
    return runs.live(month).filter(run -> run.state() != CloseRun.State.SETTLING);
  }

  private static @Nullable Kind kindOf(String kind) {
    if (kind.isEmpty()) {
      return null;
    }
    return Stream.of(Kind.values())
        .filter(known -> known.name().equals(kind))
        .findFirst()
        .orElseThrow(RequestRefused::notFound);
  }
}
