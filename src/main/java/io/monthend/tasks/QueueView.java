package io.monthend.tasks;

import io.monthend.pages.Page;
import io.monthend.people.Account;
import io.monthend.rulebook.Language;
import io.monthend.tasks.Answer.AlreadyDecided;
import io.monthend.tasks.QueueQuery.Sort;
import io.monthend.tasks.QueueQuery.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of the queue, with what came of what was just done there. */
@Component
@Profile(Page.SERVED)
class QueueView {

  /** What may just have been done, and is said. */
  private static final Set<String> DEEDS =
      Set.of(
          "claim",
          "release",
          "APPROVE",
          "REFUSE",
          "RETURN",
          "SUBMIT",
          "nothing",
          "keep-filter",
          "drop-filter",
          "keys-on",
          "keys-off");

  /**
   * What came of one of the things that were to be done.
   *
   * @param kind done, refused, faster or gone
   */
  record Result(String caseNo, String title, String kind, String text) {}

  /**
   * Something to be done to tasks of the list.
   *
   * @param deed the word of it; empty = not said
   */
  record Order(String deed, List<String> tasks, String words) {

    Order {
      tasks = List.copyOf(tasks);
    }
  }

  private final Queue queue;
  private final Cases cases;
  private final CaseEvents events;
  private final SavedFilters filters;
  private final Shortcuts shortcuts;
  private final Speeches speeches;
  private final List<String> processes;
  private final List<CaseView> views;

  QueueView(
      Queue queue,
      Cases cases,
      CaseEvents events,
      SavedFilters filters,
      Shortcuts shortcuts,
      Speeches speeches,
      ObjectProvider<CaseProcess> processes,
      ObjectProvider<CaseView> views) {
    this.queue = queue;
    this.cases = cases;
    this.events = events;
    this.filters = filters;
    this.shortcuts = shortcuts;
    this.speeches = speeches;
    this.processes = processes.stream().map(CaseProcess::process).sorted().toList();
    this.views = views.stream().toList();
  }

  ModelAndView show(Account who, Language language, QueueAddress address, @Nullable String did) {
    ModelAndView page = new ModelAndView("tasks/queue");
    page.addObject("mark", queue.mark());
    Queue.Page rows = queue.page(who, address.query());
    page.addObject("say", speeches.in(language));
    page.addObject("address", address);
    page.addObject("query", address.query());
    page.addObject("rows", rows);
    page.addObject("pages", pages(rows, address.query()));
    page.addObject(
        "views", address.path().equals(QueueAddress.TASKS) ? View.values() : new View[0]);
    page.addObject("isOpen", address.query().view().isOpen());
    page.addObject("sorts", sorts(address.query().view()));
    page.addObject("processes", processes);
    page.addObject("filters", filters.of(who));
    page.addObject("hasShortcuts", shortcuts.areOn(who));
    page.addObject(
        "beginnings", views.stream().flatMap(view -> view.beginnings(who).stream()).toList());
    page.addObject("outcomes", common(rows));
    page.addObject("isWaiting", rows.counts().getOrDefault(View.GROUPS, 0L) > 0);
    page.addObject("selected", Set.of());
    page.addObject("did", did != null && DEEDS.contains(did) ? did : "");
    page.addObject("undecided", false);
    page.addObject("words", "");
    page.addObject("filterRefused", false);
    page.addObject("filterName", "");
    return page;
  }

  private static List<Sort> sorts(View view) {
    return view.isOpen() ? List.of(Sort.values()) : List.of(Sort.NEWEST, Sort.OLDEST, Sort.PERSON);
  }

  private static long pages(Queue.Page rows, QueueQuery query) {
    return (rows.total() + query.size() - 1) / query.size();
  }

  /** What may be done to some row of the list. */
  private static List<Outcome> common(Queue.Page rows) {
    return Stream.of(Outcome.values())
        .filter(outcome -> outcome != Outcome.SUBMIT)
        .filter(outcome ->
            rows.items().stream()
                .anyMatch(item -> item.taskId() != null && item.outcomes().contains(outcome)))
        .toList();
  }

  /** Does something to tasks of the list; one that is done is only said, others are told of. */
  ModelAndView after(
      Account who,
      Language language,
      QueueAddress address,
      Order order,
      Supplier<Map<String, Answer>> deeds) {
    Map<String, QueueItem> before = new LinkedHashMap<>();
    Speech say = speeches.in(language);
    queue.tasks(who, order.tasks()).forEach(item -> before.put(item.taskId(), item));
    Map<String, Answer> answers = deeds.get();
    if (answers.size() == 1 && answers.values().iterator().next().isDone()) {
      return new ModelAndView("redirect:" + address.toHere() + "&did=" + order.deed());
    }
    ModelAndView page = again(who, language, address, order);
    page.addObject(
        "results",
        answers.entrySet().stream()
            .map(entry ->
                result(who, entry.getKey(), before.get(entry.getKey()), entry.getValue(), say))
            .toList());
    page.addObject("deed", order.deed());
    if (answers.values().stream().noneMatch(Answer::isDone)) {
      page.setStatus(
          answers.values().stream().anyMatch(AlreadyDecided.class::isInstance)
              ? HttpStatus.CONFLICT
              : HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  /** Shows what is selected again, for it was not said what to do with it. */
  ModelAndView undecided(Account who, Language language, QueueAddress address, Order order) {
    ModelAndView page = again(who, language, address, order);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("undecided", true);
    return page;
  }

  private ModelAndView again(Account who, Language language, QueueAddress address, Order order) {
    ModelAndView page = show(who, language, address, null);
    page.addObject("selected", Set.copyOf(order.tasks()));
    page.addObject("words", order.words());
    return page;
  }

  private Result result(
      Account who, String task, @Nullable QueueItem before, Answer answer, Speech say) {
    String caseNo = before == null ? events.caseOf(task).orElse("") : before.caseNo();
    String title =
        before == null
            ? cases.find(who, caseNo).map(found -> say.of(found.summary())).orElse("")
            : before.person() + " · " + say.of(before.summary());
    return switch (answer) {
      case Answer.Done done -> new Result(caseNo, title, "done", say.text("result.done"));
      case Answer.Denied denied -> new Result("", "", "gone", say.text("result.gone"));
      case AlreadyDecided other -> new Result(caseNo, title, "faster", say.faster(other));
      case Answer.Refused refused ->
          new Result(caseNo, title, "refused", String.join(" ", say.all(refused.missing())));
    };
  }
}
