package io.monthend.leave;

import io.monthend.tasks.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a leave would mean, before it is asked for and as long as it is not decided.
 *
 * @param rosteredHalves the half shifts it takes
 * @param isRosterKnown whether the rosters of all its months are there; else every day but Sunday
 *     counts
 * @param cost null where it cannot be told
 * @param balanceAfter half days left of its type afterwards; null where it has no balance
 * @param needsCertificate whether a certificate must be handed in (C4)
 * @param problems why it cannot be asked for; empty = it can
 */
public record LeavePreview(
    int rosteredHalves,
    boolean isRosterKnown,
    LeaveCost.@Nullable Cost cost,
    @Nullable Integer balanceAfter,
    boolean needsCertificate,
    List<Message> problems) {

  public LeavePreview {
    problems = List.copyOf(problems);
  }

  /** The same with one more problem. */
  LeavePreview but(String problem) {
    List<Message> more = new ArrayList<>(problems);
    more.add(Message.of(problem));
    return new LeavePreview(
        rosteredHalves, isRosterKnown, cost, balanceAfter, needsCertificate, more);
  }

  /** Of a leave that makes no sense. */
  static LeavePreview pointless(List<Message> problems) {
    return new LeavePreview(0, false, null, null, false, problems);
  }
}
