package io.monthend.closing;

/** The digest over the pay slips of a run, as the file contract defines it. */
public interface SlipDigest {

  /** SHA-256 in hex. */
  String of(long runId);
}
