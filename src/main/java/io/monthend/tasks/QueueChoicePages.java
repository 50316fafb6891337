package io.monthend.tasks;

import io.monthend.pages.AllowSignedIn;
import io.monthend.pages.Page;
import io.monthend.people.Account;
import io.monthend.rulebook.Language;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How somebody likes to work their queue: views kept under a name, and single keys. */
@Page
class QueueChoicePages {

  private final QueueView view;
  private final SavedFilters filters;
  private final Shortcuts shortcuts;

  QueueChoicePages(QueueView view, SavedFilters filters, Shortcuts shortcuts) {
    this.view = view;
    this.filters = filters;
    this.shortcuts = shortcuts;
  }

  /** Keeps what is looked at, from its first page. */
  @AllowSignedIn
  @PostMapping("/tasks/filters")
  ModelAndView keep(
      Account account,
      Language language,
      @RequestParam MultiValueMap<String, String> said,
      @RequestParam(defaultValue = "") String name) {
    QueueAddress address = QueueAddress.read(said);
    if (filters.save(account, name, address.parameters())) {
      return back(address, "keep-filter");
    }
    ModelAndView page = view.show(account, language, address, null);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("filterRefused", true);
    page.addObject("filterName", name);
    return page;
  }

  @AllowSignedIn
  @PostMapping("/tasks/filters/drop")
  ModelAndView drop(
      Account account,
      @RequestParam MultiValueMap<String, String> said,
      @RequestParam(defaultValue = "") String name) {
    filters.remove(account, name);
    return back(QueueAddress.read(said), "drop-filter");
  }

  @AllowSignedIn
  @PostMapping("/tasks/shortcuts")
  ModelAndView shortcuts(
      Account account,
      @RequestParam MultiValueMap<String, String> said,
      @RequestParam(defaultValue = "true") boolean on) {
    shortcuts.turn(account, on);
    return back(QueueAddress.read(said), on ? "keys-on" : "keys-off");
  }

  private static ModelAndView back(QueueAddress address, String did) {
    return new ModelAndView("redirect:" + address.toHere() + "&did=" + did);
  }
}
