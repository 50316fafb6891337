package io.monthend.tasks;

import io.monthend.pages.AllowSignedIn;
import io.monthend.pages.Page;
import io.monthend.people.Account;
import io.monthend.rulebook.Language;
import io.monthend.tasks.QueueQuery.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The queue: what somebody has to do, could do, did and asked for. */
@Page
class QueuePages {

  private final QueueView view;
  private final Decisions decisions;

  QueuePages(QueueView view, Decisions decisions) {
    this.view = view;
    this.decisions = decisions;
  }

  @AllowSignedIn
  @GetMapping(QueueAddress.TASKS)
  ModelAndView tasks(
      Account account, Language language, @RequestParam MultiValueMap<String, String> said) {
    return view.show(account, language, QueueAddress.read(said), said.getFirst("did"));
  }

  /** What one asked for; the queue without the rest. */
  @AllowSignedIn
  @GetMapping("/requests")
  ModelAndView requests(
      Account account, Language language, @RequestParam MultiValueMap<String, String> said) {
    return view.show(
        account, language, QueueAddress.read(said).at("/requests", View.STARTED), null);
  }

  @AllowSignedIn
  @PostMapping("/tasks/claim")
  ModelAndView claim(
      Account account,
      Language language,
      @RequestParam MultiValueMap<String, String> said,
      @RequestParam(defaultValue = "") String task) {
    return view.after(
        account,
        language,
        QueueAddress.read(said),
        "claim",
        List.of(task),
        () -> Map.of(task, decisions.claim(account, task)));
  }

  @AllowSignedIn
  @PostMapping("/tasks/release")
  ModelAndView release(
      Account account,
      Language language,
      @RequestParam MultiValueMap<String, String> said,
      @RequestParam(defaultValue = "") String task) {
    return view.after(
        account,
        language,
        QueueAddress.read(said),
        "release",
        List.of(task),
        () -> Map.of(task, decisions.release(account, task)));
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
      @RequestParam Outcome outcome,
      @RequestParam(defaultValue = "") String words) {
    List<String> tasks =
        task.stream().filter(id -> !id.isBlank()).distinct().limit(Decisions.MOST_AT_ONCE).toList();
    ModelAndView page =
        view.after(
            account,
            language,
            QueueAddress.read(said),
            outcome.name(),
            tasks,
            () -> answers(account, tasks, outcome, words));
    page.addObject("words", words);
    return page;
  }

  private Map<String, Answer> answers(
      Account account, List<String> tasks, Outcome outcome, String words) {
    if (tasks.size() > 1 && !decisions.outcomesOfAll(tasks).contains(outcome)) {
      Map<String, Answer> refused = new LinkedHashMap<>();
      tasks.forEach(id -> refused.put(id, Answer.Refused.because("task.not-for-all")));
      return refused;
    }
    return decisions.decideAll(account, tasks, outcome, words);
  }
}
