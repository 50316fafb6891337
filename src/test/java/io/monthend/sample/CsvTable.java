package io.monthend.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A CSV file read the strict and slow way: malformed UTF-8, a stray quote or a row of another width
 * is an error.
 */
record CsvTable(String name, List<String> columns, List<Map<String, String>> rows) {

  private static final char BOM = '\uFEFF';

  /** The file, or a table without columns and rows where there is none. */
  static CsvTable read(Path folder, String name) {
    Path file = folder.resolve(name);
    if (Files.notExists(file)) {
      return new CsvTable(name, List.of(), List.of());
    }
    List<List<String>> lines = cells(name, text(file));
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(name + " has no header");
    }
    List<String> columns = lines.getFirst();
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      if (line.size() != columns.size()) {
        throw new IllegalArgumentException(name + " has a row of another width: " + line);
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < line.size(); i++) {
        row.put(columns.get(i), line.get(i));
      }
      rows.add(row);
    }
    return new CsvTable(name, columns, rows);
  }

  /** The values of one column, from top to bottom. */
  List<String> column(String column) {
    return rows.stream().map(row -> row.getOrDefault(column, "")).toList();
  }

  private static String text(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " is not UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> cells(String name, String text) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      StringBuilder cell = new StringBuilder();
      at = text.charAt(at) == '"' ? quoted(name, text, at + 1, cell) : plain(name, text, at, cell);
      line.add(cell.toString());
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
        if (at < text.length() && text.charAt(at) != '\n') {
          continue;
        }
        line.add("");
      }
      at = lineEnd(name, text, at);
      lines.add(line);
      line = new ArrayList<>();
    }
    return lines;
  }

  private static int quoted(String name, String text, int from, StringBuilder cell) {
    int at = from;
    while (true) {
      int quote = text.indexOf('"', at);
      if (quote < 0) {
        throw new IllegalArgumentException(name + " has a quote that is never closed");
      }
      cell.append(text, at, quote);
      if (quote + 1 == text.length() || text.charAt(quote + 1) != '"') {
        return quote + 1;
      }
      cell.append('"');
      at = quote + 2;
    }
  }

  private static int plain(String name, String text, int from, StringBuilder cell) {
    int at = from;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      if (text.charAt(at) == '"') {
        throw new IllegalArgumentException(name + " has a quote inside a plain cell");
      }
      cell.append(text.charAt(at++));
    }
    return at;
  }

  private static int lineEnd(String name, String text, int at) {
    if (text.startsWith("\r\n", at)) {
      return at + 2;
    }
    if (at == text.length() || text.charAt(at) == '\n') {
      return at + 1;
    }
    throw new IllegalArgumentException(name + " has text behind a closing quote");
  }
}
