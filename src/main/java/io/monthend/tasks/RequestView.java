package io.monthend.tasks;

import io.monthend.pages.Page;
import io.monthend.pages.RequestRefused;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.tasks.Answer.AlreadyDecided;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one case, fresh from the database, with what came of what was just done there. */
@Component
@Profile(Page.SERVED)
class RequestView {

  private final Cases cases;
  private final Decisions decisions;
  private final Attachments attachments;
  private final Diagrams diagrams;
  private final Queue queue;
  private final OpenTasks open;
  private final CaseEvents events;
  private final Speeches speeches;
  private final Map<String, CaseView> views;

  RequestView(
      Cases cases,
      Decisions decisions,
      Attachments attachments,
      Diagrams diagrams,
      Queue queue,
      OpenTasks open,
      CaseEvents events,
      Speeches speeches,
      ObjectProvider<CaseView> views) {
    this.cases = cases;
    this.decisions = decisions;
    this.attachments = attachments;
    this.diagrams = diagrams;
    this.queue = queue;
    this.open = open;
    this.events = events;
    this.speeches = speeches;
    this.views = views.stream().collect(Collectors.toMap(CaseView::process, view -> view));
  }

  /** The page after an answer: gone on to where it is done, else shown again with what is wrong. */
  ModelAndView after(
      Answer answer, Account who, Language language, String caseNo, Entered entered) {
    return switch (answer) {
      case Answer.Done done -> {
        ModelAndView page = new ModelAndView("redirect:/requests/{caseNo}");
        page.addObject("caseNo", done.caseNo());
        page.addObject("did", entered.form());
        yield page;
      }
      case Answer.Denied denied -> throw RequestRefused.notFound();
      case AlreadyDecided other -> {
        ModelAndView page = show(who, language, caseNo, entered);
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("faster", other);
        yield page;
      }
      case Answer.Refused refused -> {
        ModelAndView page = show(who, language, caseNo, entered);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("missing", speeches.in(language).all(refused.missing()));
        yield page;
      }
    };
  }

  ModelAndView show(Account who, Language language, String caseNo, Entered entered) {
    Cases.Case about = cases.find(who, caseNo).orElseThrow(RequestRefused::notFound);
    Speech say = speeches.in(language);
    List<Turn> turns = turns(who, caseNo);
    ModelAndView page = new ModelAndView("tasks/request");
    page.addObject("about", about);
    page.addObject("say", say);
    page.addObject("entered", entered);
    page.addObject("turns", turns);
    page.addObject("holders", decisions.holders(caseNo));
    page.addObject("history", cases.history(who, caseNo).reversed());
    page.addObject("papers", attachments.of(who, caseNo));
    page.addObject("diagram", diagrams.of(who, caseNo, key -> say.orElse(key, key)).orElse(""));
    page.addObject("mayTalk", !who.is(Role.AUDITOR));
    page.addObject("mayUrge", mayUrge(who, about));
    addOfProcess(page, who, language, about, turns);
    return page;
  }

  private void addOfProcess(
      ModelAndView page, Account who, Language language, Cases.Case about, List<Turn> turns) {
    Optional<CaseView> view = Optional.ofNullable(views.get(about.process()));
    page.addObject(
        "facts", view.map(it -> it.facts(who, about.caseNo(), language)).orElse(List.of()));
    page.addObject("ways", view.map(it -> it.ways(who, about.caseNo())).orElse(List.of()));
    page.addObject(
        "exhibit", view.flatMap(it -> it.exhibit(who, about.caseNo(), language)).orElse(null));
    Map<String, CaseView.Way> pages = new LinkedHashMap<>();
    for (Turn turn : turns) {
      view.flatMap(it -> it.pageFor(about.caseNo(), turn.task().key()))
          .ifPresent(way -> pages.put(turn.id(), way));
    }
    page.addObject("pagesOfTurns", pages);
  }

  private boolean mayUrge(Account who, Cases.Case about) {
    return about.requesterUsername().equals(who.username())
        && open.ofCase(about.caseNo()).stream()
            .anyMatch(task -> !who.username().equals(task.assignee()));
  }

  private List<Turn> turns(Account who, String caseNo) {
    Map<String, OpenTask> tasks =
        open.ofCase(caseNo).stream().collect(Collectors.toMap(OpenTask::id, task -> task));
    return queue.turns(who, caseNo).stream()
        .filter(item -> tasks.containsKey(item.taskId()))
        .map(item -> turn(who, item, Objects.requireNonNull(tasks.get(item.taskId()))))
        .toList();
  }

  private Turn turn(Account who, QueueItem item, OpenTask task) {
    String holder =
        open.actorFor(who, task, events.today()).map(Actor::holder).orElse(who.username());
    return new Turn(item, task, holder);
  }
}
