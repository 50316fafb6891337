package io.monthend.tasks;

import io.monthend.tasks.QueueQuery.Sort;
import io.monthend.tasks.QueueQuery.View;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** What somebody looks at in their queue, as the address of the page says it. */
record QueueAddress(String path, QueueQuery query) {

  static final String TASKS = "/tasks";
  private static final int ROWS = 25;

  /** What is not understood is as if it were not said. */
  static QueueAddress read(MultiValueMap<String, String> said) {
    QueueQuery query =
        new QueueQuery(
            one(View.class, said, "view").orElse(View.MINE),
            value(said, "q"),
            value(said, "process").isBlank() ? null : value(said, "process"),
            value(said, "overdue").equals("true"),
            one(Sort.class, said, "sort").orElse(Sort.DUE),
            number(value(said, "page")),
            ROWS);
    return new QueueAddress(TASKS, query);
  }

  private static String value(MultiValueMap<String, String> said, String name) {
    String value = said.getFirst(name);
    return value == null ? "" : value;
  }

  private static int number(String text) {
    return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
  }

  private static <E extends Enum<E>> Optional<E> one(
      Class<E> of, MultiValueMap<String, String> said, String name) {
    return Arrays.stream(of.getEnumConstants())
        .filter(it -> word(it).equals(value(said, name)))
        .findFirst();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The part behind the question mark; what is as usual is left out. */
  public String parameters() {
    UriComponentsBuilder parameters = UriComponentsBuilder.newInstance();
    parameters.queryParam("view", word(query.view()));
    if (!query.search().isEmpty()) {
      parameters.queryParam("q", "{q}");
    }
    if (query.process() != null) {
      parameters.queryParam("process", "{process}");
    }
    if (query.overdue()) {
      parameters.queryParam("overdue", "true");
    }
    if (query.sort() != Sort.DUE) {
      parameters.queryParam("sort", word(query.sort()));
    }
    if (query.page() > 0) {
      parameters.queryParam("page", query.page());
    }
    String found =
        parameters
            .encode()
            .buildAndExpand(Map.of("q", query.search(), "process", String.valueOf(query.process())))
            .getQuery();
    return found == null ? "" : found;
  }

  /** The whole address. */
  public String toHere() {
    return path + "?" + parameters();
  }

  /** The same filter in another part of the work, from its first page. */
  public String toView(View view) {
    return with(view, 0);
  }

  public String toPage(int page) {
    return with(query.view(), page);
  }

  private String with(View view, int page) {
    return new QueueAddress(
            path,
            new QueueQuery(
                view,
                query.search(),
                query.process(),
                query.overdue(),
                query.sort(),
                page,
                query.size()))
        .toHere();
  }

  /** Whether anything narrows down what is shown. */
  public boolean isFiltered() {
    return !query.search().isEmpty() || query.process() != null || query.overdue();
  }

  QueueAddress at(String otherPath, View view) {
    return new QueueAddress(
        otherPath,
        new QueueQuery(
            view,
            query.search(),
            query.process(),
            query.overdue(),
            query.sort(),
            query.page(),
            query.size()));
  }
}
