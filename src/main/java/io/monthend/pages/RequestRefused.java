package io.monthend.pages;

/**
 * A request that is not carried out; the person is shown why, in their language. What the database
 * did in the request is undone if a transaction goes on.
 */
public final class RequestRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Why, in the terms of HTTP. */
  public enum Kind {
    /** It is not theirs to see or do. */
    FORBIDDEN(403),
    /** There is no such thing, or none they may know of. */
    NOT_FOUND(404),
    /** Somebody else was faster, or it has gone on meanwhile. */
    CONFLICT(409),
    /** What was entered does not do. */
    INVALID(422);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  private final Kind kind;
  private final transient Object[] values;

  /**
   * Refuses.
   *
   * @param message the key of what to say, with what to do about it
   * @param values for the message
   */
  public RequestRefused(Kind kind, String message, Object... values) {
    super(message);
    this.kind = kind;
    this.values = values.clone();
  }

  /** For something that is not there or not for this person: the two look the same. */
  public static RequestRefused notFound() {
    return new RequestRefused(Kind.NOT_FOUND, "refused.not-found");
  }

  public Kind kind() {
    return kind;
  }

  /** The values of its message. */
  public Object[] values() {
    return values.clone();
  }
}
