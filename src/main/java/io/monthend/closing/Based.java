package io.monthend.closing;

/**
 * Something about one person, with the hash of all that the person's settlement rests on.
 *
 * @param basis see {@link Basis}
 */
record Based<T>(T value, String basis) {}
