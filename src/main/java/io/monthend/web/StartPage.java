package io.monthend.web;

import io.monthend.pages.AllowSignedIn;
import io.monthend.pages.Page;
import io.monthend.pages.StartPanel;
import io.monthend.pages.StartPanel.Shown;
import io.monthend.people.Account;
import io.monthend.rulebook.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for whoever signs in, as the modules see it. */
@Page
class StartPage {

  private final List<StartPanel> panels;

  StartPage(List<StartPanel> panels) {
    this.panels = panels.stream().sorted(Comparator.comparingInt(StartPanel::place)).toList();
  }

  @AllowSignedIn
  @GetMapping("/")
  String start(Account account, Language language, Model model) {
    List<Shown> shown =
        panels.stream()
            .filter(panel -> panel.roles().stream().anyMatch(account::is))
            .map(panel -> panel.show(account, language))
            .flatMap(Optional::stream)
            .toList();
    model.addAttribute("panels", shown);
    return "web/start";
  }
}
