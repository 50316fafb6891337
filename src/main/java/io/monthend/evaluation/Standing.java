package io.monthend.evaluation;

/**
 * A person's place among all who are ranked in a month (E4).
 *
 * @param rank from 1; equal scores share it
 * @param ranked how many are ranked
 */
public record Standing(int rank, int ranked) {}
