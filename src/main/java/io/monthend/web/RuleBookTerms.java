package io.monthend.web;

import io.monthend.kernel.PayMonth;
import io.monthend.pages.Page;
import io.monthend.rulebook.Labels;
import io.monthend.rulebook.Language;
import io.monthend.rulebook.RuleBooks;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the rule book in effect calls things. */
@Component
@Profile(Page.SERVED)
class RuleBookTerms {

  private final RuleBooks editions = RuleBooks.bundled();

  String shift(String code, LocalDate date, Language language) {
    return name(labels(PayMonth.of(date)).shifts(), code, language);
  }

  private Labels labels(PayMonth month) {
    return editions.inEffect(month).orElseThrow().book().labels();
  }

  private static String name(Map<String, Labels.Text> names, String code, Language language) {
    Labels.Text text = names.get(code);
    return text == null ? code : text.in(language);
  }
}
