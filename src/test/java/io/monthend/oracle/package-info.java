/**
 * A second, slow and simple derivation of a whole month, written from the rules and the file
 * contract alone. Tests compare it with the engine on months nobody worked out by hand. It shares
 * no class with the engine, so that the two can only agree by both being right, or by misreading
 * the same clause.
 */
@NullMarked
package io.monthend.oracle;

import org.jspecify.annotations.NullMarked;
