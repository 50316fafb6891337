package io.monthend.tasks;

import io.monthend.pages.AllowSignedIn;
import io.monthend.pages.Page;
import io.monthend.people.Account;
import io.monthend.rulebook.Language;
import io.monthend.tasks.QueueQuery.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The queue: what somebody has to do, could do, did and asked for. */
@Page
class QueuePages {

  private final QueueView view;
  private final Queue queue;
  private final Decisions decisions;

  QueuePages(QueueView view, Queue queue, Decisions decisions) {
    this.view = view;
    this.queue = queue;
    this.decisions = decisions;
  }

  @AllowSignedIn
  @GetMapping(QueueAddress.TASKS)
  ModelAndView tasks(
      Account account, Language language, @RequestParam MultiValueMap<String, String> said) {
    return view.show(account, language, QueueAddress.read(said), said.getFirst("did"));
  }

  /**
   * How much of what somebody looks at has changed meanwhile, as the list asks now and then.
   *
   * @param mark and {@code rows}, as the list had them
   */
  @AllowSignedIn
  @GetMapping("/tasks/news")
  ModelAndView news(
      Account account,
      @RequestParam MultiValueMap<String, String> said,
      @RequestParam(defaultValue = "0") long mark,
      @RequestParam(defaultValue = "0") long rows) {
    QueueAddress address = QueueAddress.read(said);
    ModelAndView page = new ModelAndView("tasks/queue-news :: news");
    page.addObject("address", address);
    page.addObject(
        "count",
        address.query().view().isOpen() ? queue.news(account, address.query(), mark, rows) : 0);
    return page;
  }

  /** What one asked for; the queue without the rest. */
  @AllowSignedIn
  @GetMapping("/requests")
  ModelAndView requests(
      Account account, Language language, @RequestParam MultiValueMap<String, String> said) {
    return view.show(
        account, language, QueueAddress.read(said).at("/requests", View.STARTED), null);
  }

  /**
   * Claims what is selected.
   *
   * @param only the one task whose own button was pressed, whatever is selected
   */
  @AllowSignedIn
  @PostMapping("/tasks/claim")
  ModelAndView claim(
      Account account,
      Language language,
      @RequestParam MultiValueMap<String, String> said,
      @RequestParam(defaultValue = "") String only,
      @RequestParam(defaultValue = "") List<String> task) {
    List<String> tasks = tasks(only, task);
    return view.after(
        account,
        language,
        QueueAddress.read(said),
        new QueueView.Order("claim", tasks, ""),
        () -> each(tasks, id -> decisions.claim(account, id)));
  }

  /** Releases what is selected, or the one whose own button was pressed. */
  @AllowSignedIn
  @PostMapping("/tasks/release")
  ModelAndView release(
      Account account,
      Language language,
      @RequestParam MultiValueMap<String, String> said,
      @RequestParam(defaultValue = "") String only,
      @RequestParam(defaultValue = "") List<String> task) {
    List<String> tasks = tasks(only, task);
    return view.after(
        account,
        language,
        QueueAddress.read(said),
        new QueueView.Order("release", tasks, ""),
        () -> each(tasks, id -> decisions.release(account, id)));
  }

  private static List<String> tasks(String only, List<String> selected) {
    return (only.isBlank() ? selected : List.of(only))
        .stream().filter(id -> !id.isBlank()).distinct().limit(Decisions.MOST_AT_ONCE).toList();
  }

  private static Map<String, Answer> each(List<String> tasks, Function<String, Answer> deed) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    tasks.forEach(id -> answers.put(id, deed.apply(id)));
    return answers;
  }

  /** Takes what is most urgent and opens it. */
  @AllowSignedIn
  @PostMapping("/tasks/next")
  ModelAndView next(
      Account account, Language language, @RequestParam MultiValueMap<String, String> said) {
    Answer answer = decisions.claimMostUrgent(account);
    if (answer instanceof Answer.Done done) {
      ModelAndView page = new ModelAndView("redirect:/requests/{caseNo}");
      page.addObject("caseNo", done.caseNo());
      page.addObject("did", "claim");
      return page;
    }
    return view.show(account, language, QueueAddress.read(said), "nothing");
  }

  /** Decides what is selected, all in the same way; nothing if that is not open to all of it. */
  @AllowSignedIn
  @PostMapping("/tasks/decide")
  ModelAndView decide(
      Account account,
      Language language,
      @RequestParam MultiValueMap<String, String> said,
      @RequestParam(defaultValue = "") List<String> task,
      @RequestParam Optional<Outcome> outcome,
      @RequestParam(defaultValue = "") String words) {
    List<String> tasks = tasks("", task);
    QueueAddress address = QueueAddress.read(said);
    QueueView.Order order =
        new QueueView.Order(outcome.map(Outcome::name).orElse(""), tasks, words);
    return outcome
        .map(chosen ->
            view.after(
                account, language, address, order, () -> answers(account, tasks, chosen, words)))
        .orElseGet(() -> view.undecided(account, language, address, order));
  }

  private Map<String, Answer> answers(
      Account account, List<String> tasks, Outcome outcome, String words) {
    if (tasks.size() > 1 && !decisions.outcomesOfAll(tasks).contains(outcome)) {
      return each(tasks, id -> Answer.Refused.because("task.not-for-all"));
    }
    return decisions.decideAll(account, tasks, outcome, words);
  }
}
