package io.monthend.tasks;

import org.jspecify.annotations.Nullable;

/**
 * A task that somebody holds or may take.
 *
 * @param key the id of the task in the process
 * @param assignee who holds it
 * @param owner who gave it to the assignee for an opinion, while {@code isDelegated}
 */
record OpenTask(
    String id,
    String key,
    String caseNo,
    String process,
    String definition,
    @Nullable String assignee,
    @Nullable String owner,
    boolean isDelegated) {}
