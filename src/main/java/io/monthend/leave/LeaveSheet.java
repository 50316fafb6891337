package io.monthend.leave;

import io.monthend.kernel.PayMonth;
import io.monthend.leave.LeaveApplication.State;
import io.monthend.tasks.CaseView.Fact;
import io.monthend.tasks.Message;
import java.util.ArrayList;
import java.util.List;

/** What a leave means, for those who look at it. */
final class LeaveSheet {

  private LeaveSheet() {}

  /**
   * The days it takes and what it costs.
   *
   * @param state what has become of the leave; {@link State#ASKED} while it is filled in
   * @param showsPay whether the reader may see amounts; else it is told in days
   */
  static List<Fact> facts(LeaveForm form, State state, LeavePreview preview, boolean showsPay) {
    List<Fact> facts = new ArrayList<>();
    String days = LeaveDays.inDays(preview.rosteredHalves());
    facts.add(
        preview.isRosterKnown()
            ? Fact.plain("leave.fact.days", days)
            : Fact.said("leave.fact.days", Message.of("leave.days-assumed", days)));
    if (preview.cost() != null) {
      facts.add(unpaid(preview.cost(), showsPay));
      if (preview.cost().finedDates() > 0) {
        facts.add(fine(preview.cost(), preview.needsCertificate(), showsPay));
      }
    }
    if (preview.balanceAfter() != null) {
      int before = preview.balanceAfter() + preview.rosteredHalves();
      facts.add(Fact.plain("leave.fact.balance-before", LeaveDays.inDays(before)));
      facts.add(Fact.plain("leave.fact.balance", LeaveDays.inDays(preview.balanceAfter())));
    }
    if (preview.needsCertificate()) {
      facts.add(Fact.said("leave.fact.certificate", certificate(form, state)));
    }
    return facts;
  }

  /** Until when it may come, or what it still does (C4). */
  private static Message certificate(LeaveForm form, State state) {
    PayMonth month = PayMonth.of(form.from());
    return state == State.PERSONAL
        ? Message.of("leave.certificate-overdue", month.toString())
        : Message.of(
            "leave.certificate-needed", month.toString(), month.last().plusDays(1).toString());
  }

  private static Fact unpaid(LeaveCost.Cost cost, boolean showsPay) {
    if (cost.unpaidHalves() == 0) {
      return Fact.said("leave.fact.unpaid", Message.of("leave.paid"));
    }
    String days = LeaveDays.inDays(cost.unpaidHalves());
    return showsPay
        ? Fact.said(
            "leave.fact.unpaid", Message.of("leave.unpaid-worth", days, cost.unpaid().toString()))
        : Fact.plain("leave.fact.unpaid", days);
  }

  private static Fact fine(LeaveCost.Cost cost, boolean onlyWithoutCertificate, boolean showsPay) {
    String label = onlyWithoutCertificate ? "leave.fact.fine-without" : "leave.fact.fine";
    String dates = String.valueOf(cost.finedDates());
    return showsPay
        ? Fact.said(label, Message.of("leave.fine-worth", dates, cost.fine().toString()))
        : Fact.plain(label, dates);
  }
}
