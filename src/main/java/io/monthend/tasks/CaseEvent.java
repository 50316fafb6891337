package io.monthend.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done to a case.
 *
 * @param actor the name of who did it; empty where the process did it itself
 * @param onBehalfOf the name of whom they stood in for
 * @param taskKey the id of the task in the process
 * @param other the name of the person it was done to
 * @param words a reason or a comment
 */
public record CaseEvent(
    Instant at,
    String actor,
    @Nullable String onBehalfOf,
    Deed deed,
    @Nullable String taskKey,
    @Nullable String other,
    String words) {}
