package io.monthend.exchange;

import io.monthend.rulebook.Labels;
import io.monthend.rulebook.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a workbook's sheets and columns are called in each language.
 *
 * @param sheets by the contract's name
 * @param columns by the contract's name
 */
record SheetNames(
    LinkedHashMap<String, Labels.Text> sheets, LinkedHashMap<String, SheetColumn> columns) {

  /** The sheets of a template that are for people only; they are not read. */
  static final Map<String, Labels.Text> FOR_PEOPLE =
      Map.of(
          "readme", new Labels.Text("說明與範例", "说明与示例", "read me"),
          "codes", new Labels.Text("代碼表", "代码表", "codes"));

  private static final SheetNames BUNDLED = read();

  private static final Map<String, String> SHEET_BY_NAME = byName(BUNDLED.sheets);
  private static final Map<String, String> COLUMN_BY_NAME = byName(labels(BUNDLED.columns));
  private static final Map<String, String> FOR_PEOPLE_BY_NAME = byName(FOR_PEOPLE);

  static SheetNames bundled() {
    return BUNDLED;
  }

  /** The contract's name of a sheet in whatever language; the given one where it has none. */
  static String sheet(String name) {
    return SHEET_BY_NAME.getOrDefault(folded(name), name);
  }

  /** The contract's name of a column in whatever language; the given one where it has none. */
  static String column(String name) {
    return COLUMN_BY_NAME.getOrDefault(folded(name), name);
  }

  static boolean isForPeople(String sheet) {
    return FOR_PEOPLE_BY_NAME.containsKey(folded(sheet));
  }

  SheetColumn of(String column) {
    return Objects.requireNonNull(columns.get(column), column);
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Labels.Text> labels(Map<String, SheetColumn> columns) {
    Map<String, Labels.Text> labels = new LinkedHashMap<>();
    columns.forEach((name, column) -> labels.put(name, column.label()));
    return labels;
  }

  private static Map<String, String> byName(Map<String, Labels.Text> labels) {
    Map<String, String> names = new HashMap<>();
    labels.forEach((contract, label) ->
        Arrays.stream(Language.values())
            .forEach(language -> names.put(folded(label.in(language)), contract)));
    return Map.copyOf(names);
  }

  private static SheetNames read() {
    try (InputStream yaml =
        Objects.requireNonNull(SheetNames.class.getResourceAsStream("/workbook/names.yaml"))) {
      return YAMLMapper.builder().build().readValue(yaml, SheetNames.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
