package io.monthend.explanation;

import io.monthend.kernel.Source;
import io.monthend.leave.Half;
import io.monthend.leave.Leave;
import io.monthend.leave.LeaveCharge;
import io.monthend.leave.LeaveRequest;
import io.monthend.rulebook.Labels;
import io.monthend.rulebook.LeavePolicy.Fined;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What leave a person took, in words. */
final class LeaveFacts {

  private final Dossier dossier;
  private final Wording words;
  private final List<LeaveCharge> charges;

  LeaveFacts(Dossier dossier, Wording words) {
    this.dossier = dossier;
    this.words = words;
    this.charges = dossier.leaveCharges();
  }

  /** The charge behind a line for unpaid leave. */
  Optional<LeaveCharge> charge(Source source) {
    return charges.stream()
        .filter(charge -> Source.leave(charge.leave().leaveNo()).equals(source))
        .findFirst();
  }

  /** The leave behind a fine. */
  Optional<String> fine(Source source) {
    for (LeaveCharge charge : charges) {
      for (LocalDate date : charge.finedDates()) {
        if (Source.leaveOn(charge.leave().leaveNo(), date).equals(source)) {
          return Optional.of(fine(charge.leave(), date));
        }
      }
    }
    return Optional.empty();
  }

  private String fine(Leave leave, LocalDate date) {
    String told = words.fact(approved(leave), likePersonal(leave));
    return leave.from().equals(leave.to()) ? told : words.colon(words.date(date), told);
  }

  /** An approved leave by its source. */
  Optional<String> named(Source source) {
    return dossier.leaves().stream()
        .filter(LeaveRequest::approved)
        .map(LeaveRequest::leave)
        .filter(leave -> Source.leave(leave.leaveNo()).equals(source))
        .findFirst()
        .map(this::approved);
  }

  /** {@code sick leave L004, Tue 7 Jul to Wed 8 Jul; approved; with a certificate}. */
  String approved(Leave leave) {
    return words.fact(told(leave), words.say(Phrase.APPROVED), certificate(leave));
  }

  /** A leave that was asked for in vain. */
  String refused(Leave leave) {
    return words.fact(told(leave), words.say(Phrase.NOT_APPROVED));
  }

  private String told(Leave leave) {
    return words.say(Phrase.LEAVE, type(leave), leave.leaveNo(), span(leave));
  }

  String type(Leave leave) {
    return words.inSentence(Labels::leaves, leave.type().name());
  }

  String half(Half half) {
    return words.inSentence(Labels::halves, half.name());
  }

  private String span(Leave leave) {
    if (leave.from().equals(leave.to())) {
      return leave.fromHalf() == leave.toHalf()
          ? words.say(Phrase.HALF_OF, words.date(leave.from()), half(leave.fromHalf()))
          : words.date(leave.from());
    }
    String from =
        leave.fromHalf() == Half.AM
            ? words.date(leave.from())
            : words.say(Phrase.HALF_OF, words.date(leave.from()), half(Half.PM));
    String to =
        leave.toHalf() == Half.PM
            ? words.date(leave.to())
            : words.say(Phrase.HALF_OF, words.date(leave.to()), half(Half.AM));
    return words.say(Phrase.SPAN, from, to);
  }

  /** Told where it could matter, or where one was handed in. */
  private String certificate(Leave leave) {
    if (leave.certificate()) {
      return words.say(Phrase.CERTIFICATE);
    }
    return needsCertificate(leave) ? words.say(Phrase.NO_CERTIFICATE) : "";
  }

  private boolean needsCertificate(Leave leave) {
    return dossier.rulebook().leave().termsOf(leave.type()).fined() == Fined.WITHOUT_CERTIFICATE;
  }

  /** Why a leave that is not fined as a rule carries a fine (C4). */
  private String likePersonal(Leave leave) {
    if (!needsCertificate(leave)) {
      return "";
    }
    int halves = dossier.roster().stream().mapToInt(shift -> leave.halvesOn(shift.date())).sum();
    return words.say(Phrase.LIKE_PERSONAL, words.days(halves));
  }
}
