package io.monthend.audit;

/** What became of a look through the whole trail. */
public sealed interface AuditCheck {

  /**
   * Every entry is what was written, and none is missing before the last.
   *
   * @param head the hash of the last entry in hexadecimal, empty where there is none; noted
   *     elsewhere, it proves later that the end was not cut off
   */
  record Unbroken(long entries, String head) implements AuditCheck {}

  /**
   * The chain does not hold.
   *
   * @param id the first entry that is not what was written, or before which one is missing
   */
  record Broken(long id) implements AuditCheck {}
}
