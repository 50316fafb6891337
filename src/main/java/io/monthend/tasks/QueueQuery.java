package io.monthend.tasks;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of their queue.
 *
 * @param search in numbers and names; blank = everything
 * @param process the id of one process; null = all
 * @param overdue only what is past its due date
 * @param page from 0
 * @param size 1 to 100 rows a page
 */
public record QueueQuery(
    View view,
    String search,
    @Nullable String process,
    boolean overdue,
    Sort sort,
    int page,
    int size) {

  /** Which part of the work. */
  public enum View {
    /** What I hold, or must agree to. */
    MINE,
    /** What my groups may take. */
    GROUPS,
    /** What I did. */
    DONE,
    /** What I asked for. */
    STARTED;

    /** Whether it holds tasks that are still to be done. */
    public boolean isOpen() {
      return this == MINE || this == GROUPS;
    }
  }

  /** In which order. */
  public enum Sort {
    DUE,
    NEWEST,
    OLDEST,
    PERSON
  }

  public static final int LARGEST_PAGE = 100;
  private static final int LAST_PAGE = 10_000;
  private static final int LONGEST_SEARCH = 100;

  public QueueQuery {
    search = search.strip();
    search = search.substring(0, Math.min(search.length(), LONGEST_SEARCH));
    page = Math.clamp(page, 0, LAST_PAGE);
    size = Math.clamp(size, 1, LARGEST_PAGE);
  }

  public static QueueQuery of(View view) {
    return new QueueQuery(view, "", null, false, Sort.DUE, 0, 25);
  }
}
