package io.monthend.evaluation;

import io.monthend.kernel.PayMonth;

/**
 * An evaluation from before this system.
 *
 * @param last whether the person was last in that month (E4)
 */
public record PastEvaluation(PayMonth month, int score, boolean last) {}
