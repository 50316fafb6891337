package io.monthend.leave;

import io.monthend.pages.AllowRoles;
import io.monthend.pages.Page;
import io.monthend.people.Access;
import io.monthend.people.Account;
import io.monthend.people.Accounts;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.tasks.Answer;
import io.monthend.tasks.Message;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where leave is registered of somebody who phoned (C2). */
@Page
class PhonePages {

  private final LeaveDesk desk;
  private final LeaveFormView view;
  private final Accounts accounts;
  private final Clock clock;

  PhonePages(LeaveDesk desk, LeaveFormView view, Accounts accounts, Clock clock) {
    this.desk = desk;
    this.view = view;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** The form, for a call that has just come about today. */
  @AllowRoles({Role.MANAGER, Role.GENERAL_MANAGER})
  @GetMapping("/leave/phone")
  ModelAndView form(Account account, Language language) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), clock.getZone());
    Map<String, String> values = new HashMap<>(EnteredLeave.nothing().values());
    values.put("phonedAt", now.truncatedTo(ChronoUnit.MINUTES).toString());
    values.put("from", now.toLocalDate().toString());
    return view.filled(LeaveFormView.Kind.PHONE, account, language, new EnteredLeave(values));
  }

  /** What it would mean, in days: pay is not the manager's to see. */
  @AllowRoles({Role.MANAGER, Role.GENERAL_MANAGER})
  @PostMapping("/leave/phone/preview")
  ModelAndView preview(
      Account account,
      Language language,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
      @RequestParam Map<String, String> said) {
    EnteredLeave entered = new EnteredLeave(said);
    ModelAndView page =
        view.previewed(
            LeaveFormView.Kind.PHONE,
            account,
            language,
            entered,
            form -> preview(account, entered, form),
            Access.mayReadAllPay(account));
    return partly ? LeaveFormView.partOf(page) : page;
  }

  private LeavePreview preview(Account account, EnteredLeave entered, LeaveForm form) {
    LocalDateTime phonedAt = entered.moment("phonedAt").orElse(null);
    if (phonedAt == null) {
      return LeavePreview.pointless(List.of(Message.of("leave.phone-incomplete")));
    }
    return accounts
        .named(entered.value("person"))
        .flatMap(absent -> desk.previewByPhone(account, absent, form, phonedAt))
        .orElseGet(() -> LeavePreview.pointless(List.of(notTheirs(entered))));
  }

  @AllowRoles({Role.MANAGER, Role.GENERAL_MANAGER})
  @PostMapping("/leave/phone")
  ModelAndView register(
      Account account, Language language, @RequestParam Map<String, String> said) {
    EnteredLeave entered = new EnteredLeave(said);
    return view.after(
        register(account, entered), LeaveFormView.Kind.PHONE, account, language, entered);
  }

  private Answer register(Account account, EnteredLeave entered) {
    Optional<LeaveForm> form = entered.form();
    Optional<LocalDateTime> phonedAt = entered.moment("phonedAt");
    if (form.isEmpty() || phonedAt.isEmpty()) {
      return new Answer.Refused(List.of(Message.of("leave.phone-incomplete")));
    }
    Answer answer =
        accounts
            .named(entered.value("person"))
            .map(Account::employeeNo)
            .map(no -> desk.registerByPhone(account, no, form.get(), phonedAt.get()))
            .orElseGet(Answer.Denied::new);
    return answer instanceof Answer.Denied
        ? new Answer.Refused(List.of(notTheirs(entered)))
        : answer;
  }

  private static Message notTheirs(EnteredLeave entered) {
    return Message.of("leave.phone-not-theirs", entered.value("person"));
  }
}
