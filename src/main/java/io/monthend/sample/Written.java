package io.monthend.sample;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows per file, headers not counted, in the order of the contract. */
public record Written(Map<String, Long> rows) {

  public static final Written NOTHING = new Written(Map.of());

  public Written {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  /** Both together. */
  public Written plus(Written other) {
    Map<String, Long> sum = new LinkedHashMap<>(rows);
    other.rows.forEach((file, count) -> sum.merge(file, count, Long::sum));
    return new Written(sum);
  }

  /** All rows. */
  public long total() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
