package io.monthend.tasks;

import io.monthend.mail.OutgoingMail;
import io.monthend.pages.AllowSignedIn;
import io.monthend.pages.Page;
import io.monthend.people.Account;
import io.monthend.rulebook.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What somebody was told. */
@Page
class NoticePages {

  private static final String PATH = "/notices";
  private static final Set<String> DEEDS = Set.of("read", "mail", "mail-code", "mail-confirmed");

  private final Notices notices;
  private final MailChoices mail;
  private final MailCodes codes;
  private final OutgoingMail outgoing;
  private final Speeches speeches;

  NoticePages(
      Notices notices,
      MailChoices mail,
      MailCodes codes,
      OutgoingMail outgoing,
      Speeches speeches) {
    this.notices = notices;
    this.mail = mail;
    this.codes = codes;
    this.outgoing = outgoing;
    this.speeches = speeches;
  }

  @AllowSignedIn
  @GetMapping(PATH)
  ModelAndView page(
      Account account, Language language, @RequestParam(defaultValue = "") String did) {
    ModelAndView page = show(account, language, mail.of(account));
    if (DEEDS.contains(did)) {
      page.addObject("did", did);
    }
    return page;
  }

  private ModelAndView show(Account account, Language language, MailChoices.Choice choice) {
    List<Notices.Notice> told = notices.of(account);
    ModelAndView page = new ModelAndView("tasks/notices");
    page.addObject("say", speeches.in(language));
    page.addObject("unread", told.stream().filter(notice -> !notice.read()).toList());
    page.addObject("read", told.stream().filter(Notices.Notice::read).toList());
    page.addObject("latest", told.stream().mapToLong(Notices.Notice::id).max().orElse(0));
    page.addObject("choice", choice);
    page.addObject("ways", MailChoices.Way.values());
    page.addObject("isMailed", outgoing.isConfigured());
    return page;
  }

  /** Chooses how to be told by mail. */
  @AllowSignedIn
  @PostMapping(PATH + "/mail")
  ModelAndView mail(
      Account account,
      Language language,
      @RequestParam(defaultValue = "NEVER") MailChoices.Way way,
      @RequestParam(defaultValue = "") String address) {
    MailChoices.Choice typed = new MailChoices.Choice(way, address.strip(), true);
    Optional<Message> wrong = mail.choose(account, way, typed.address());
    if (wrong.isPresent()) {
      return refused(account, language, typed, wrong.get());
    }
    return mail.of(account).isWaiting() && outgoing.isConfigured()
        ? code(account, language)
        : new ModelAndView("redirect:" + PATH + "?did=mail");
  }

  /** Sends a code to the address that was chosen, to be entered here. */
  @AllowSignedIn
  @PostMapping(PATH + "/mail/code")
  ModelAndView code(Account account, Language language) {
    return codes
        .send(account, speeches.in(language))
        .map(wrong -> refused(account, language, mail.of(account), wrong))
        .orElseGet(() -> new ModelAndView("redirect:" + PATH + "?did=mail-code"));
  }

  /** Confirms the address with the code that was sent there. */
  @AllowSignedIn
  @PostMapping(PATH + "/mail/confirm")
  ModelAndView confirm(
      Account account, Language language, @RequestParam(defaultValue = "") String code) {
    return codes.confirm(account, code)
        ? new ModelAndView("redirect:" + PATH + "?did=mail-confirmed")
        : refused(account, language, mail.of(account), Message.of("mail.code-wrong"));
  }

  private ModelAndView refused(
      Account account, Language language, MailChoices.Choice choice, Message wrong) {
    ModelAndView page = show(account, language, choice);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("wrong", speeches.in(language).of(wrong));
    return page;
  }

  /**
   * Marks as read.
   *
   * @param upTo everything up to this notice
   * @param one this one alone
   */
  @AllowSignedIn
  @PostMapping(PATH + "/read")
  ModelAndView read(
      Account account,
      @RequestParam(defaultValue = "0") long upTo,
      @RequestParam(defaultValue = "0") long one) {
    if (one > 0) {
      notices.readOne(account, one);
    } else {
      notices.read(account, upTo);
    }
    return new ModelAndView("redirect:" + PATH + "?did=read");
  }
}
