package io.monthend.leave;

import io.monthend.leave.LeaveApplication.State;
import io.monthend.pages.Page;
import io.monthend.pages.RequestRefused;
import io.monthend.people.Account;
import io.monthend.people.Role;
import io.monthend.rulebook.Language;
import io.monthend.rulebook.LeaveType;
import io.monthend.tasks.Answer;
import io.monthend.tasks.Message;
import io.monthend.tasks.Speeches;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a leave is filled in, with what it would mean and what is in its way. */
@Component
@Profile(Page.SERVED)
class LeaveFormView {

  /** What the form is for: where it is sent, and what it is called. */
  record Kind(String word, String path) {

    static final Kind ASK = new Kind("ask", "/leave");
    static final Kind PHONE = new Kind("phone", "/leave/phone");

    static Kind change(String leaveNo) {
      return new Kind("change", "/leave/" + leaveNo + "/change");
    }

    /** Where it is asked what the leave would mean. */
    public String previewPath() {
      return word.equals("phone") ? "/leave/phone/preview" : "/leave/preview";
    }
  }

  private final Speeches speeches;

  LeaveFormView(Speeches speeches) {
    this.speeches = speeches;
  }

  /** The empty form. */
  ModelAndView blank(Kind kind, Account who, Language language) {
    return filled(kind, who, language, EnteredLeave.nothing());
  }

  ModelAndView filled(Kind kind, Account who, Language language, EnteredLeave entered) {
    ModelAndView page = new ModelAndView("leave/form");
    page.addObject("say", speeches.in(language));
    page.addObject("kind", kind);
    page.addObject("entered", entered);
    page.addObject("types", LeaveType.values());
    page.addObject("halves", Half.values());
    // Who decides something has work that somebody else can do meanwhile.
    page.addObject("asksForStandIn", who.roles().stream().anyMatch(role -> role != Role.EMPLOYEE));
    page.addObject("isPreviewed", false);
    page.addObject("facts", List.of());
    page.addObject("problems", List.of());
    return page;
  }

  /**
   * The form with what the leave would mean.
   *
   * @param preview what that is, as soon as enough is filled in
   * @param showsPay whether the reader may see what it costs in money
   */
  ModelAndView previewed(
      Kind kind,
      Account who,
      Language language,
      EnteredLeave entered,
      Function<LeaveForm, LeavePreview> preview,
      boolean showsPay) {
    ModelAndView page = filled(kind, who, language, entered);
    page.addObject("isPreviewed", true);
    LeaveForm form = entered.form().orElse(null);
    LeavePreview found =
        form == null
            ? LeavePreview.pointless(List.of(Message.of("leave.incomplete")))
            : preview.apply(form);
    page.addObject("problems", speeches.in(language).all(found.problems()));
    if (form != null && found.cost() != null) {
      page.addObject("facts", LeaveSheet.facts(form, State.ASKED, found, showsPay));
    }
    return page;
  }

  /** Of a page that tells what a leave would mean, that part alone, for a script. */
  static ModelAndView partOf(ModelAndView page) {
    page.setViewName("leave/preview :: preview");
    return page;
  }

  /** Gone on to the request where it is sent, else the form again with what is in the way. */
  ModelAndView after(
      Answer answer, Kind kind, Account who, Language language, EnteredLeave entered) {
    return switch (answer) {
      case Answer.Done done -> {
        ModelAndView page = new ModelAndView("redirect:/requests/{caseNo}");
        page.addObject("caseNo", done.caseNo());
        page.addObject("did", kind.equals(Kind.PHONE) ? "phone" : "open");
        yield page;
      }
      case Answer.Refused refused -> {
        ModelAndView page = filled(kind, who, language, entered);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("refused", speeches.in(language).all(refused.missing()));
        yield page;
      }
      case Answer.AlreadyDecided other ->
          throw new RequestRefused(RequestRefused.Kind.CONFLICT, "leave.decided-already");
      case Answer.Denied denied -> throw RequestRefused.notFound();
    };
  }
}
