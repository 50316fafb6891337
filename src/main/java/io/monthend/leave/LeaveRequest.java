package io.monthend.leave;

/** A leave as it was asked for; one that is not approved does not exist for the rules (C1). */
public record LeaveRequest(Leave leave, boolean approved) {}
