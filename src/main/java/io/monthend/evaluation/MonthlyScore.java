package io.monthend.evaluation;

import io.monthend.kernel.PayMonth;

/**
 * What somebody's evaluation of a month came to.
 *
 * @param score 0 to 110 (E2)
 * @param grade as printed (E3)
 */
public record MonthlyScore(PayMonth month, int score, String grade) {}
