package io.monthend.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the fuzzers begin with: the cases of the file contract and the malformed inputs, in the form
 * the fuzzers take, and what was found before.
 */
final class FuzzSeeds {

  /** Findings of the fuzzers, one a file, in a folder for each. */
  static final Path FINDINGS = Path.of("src", "test", "resources", "fuzz");

  private static final Path CASES = Path.of("src", "test", "resources", "contract", "cases");
  private static final Path BAD = Path.of("src", "test", "resources", "bad-input.yaml");
  private static final int MOST_ROWS = 12;

  private FuzzSeeds() {}

  /** Writes them below a folder, beside the folders for what the fuzzers come to. */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    write(target, "csv", csv());
    write(target, "xlsx", workbooks());
  }

  private static void write(Path target, String reader, Map<String, byte[]> seeds)
      throws IOException {
    Files.createDirectories(target.resolve(reader));
    Path folder = Files.createDirectories(target.resolve("seeds").resolve(reader));
    for (Map.Entry<String, byte[]> seed : seeds.entrySet()) {
      Files.write(folder.resolve(seed.getKey()), seed.getValue());
    }
  }

  /** Of CSV files. */
  static Map<String, byte[]> csv() throws IOException {
    Map<String, byte[]> seeds = findings("csv");
    for (Path file : contractFiles()) {
      seeds.put(name(file), chosen(file, head(file)));
    }
    for (Map<String, Object> bad : bad()) {
      if (bad.get("rows") instanceof List<?> rows && bad.get("file") instanceof String file) {
        String header =
            bad.get("header") instanceof String given ? given : header(file.replace(".csv", ""));
        String text =
            rows.stream()
                .map(String::valueOf)
                .collect(Collectors.joining("\n", header + "\n", "\n"));
        seeds.put("bad-" + seeds.size(), chosen(Path.of(file), text));
      }
    }
    return seeds;
  }

  private static String header(String file) {
    return Objects.requireNonNull(InputFiles.COLUMNS.get(file), file)
        .replace("*", "")
        .replace(' ', ',');
  }

  /** Of workbooks: a sheet for each CSV file. */
  static Map<String, byte[]> workbooks() throws IOException {
    Map<String, byte[]> seeds = findings("xlsx");
    Path folder = Files.createTempDirectory("seeds");
    for (Path file : contractFiles()) {
      Path part = folder.resolve(String.valueOf(file.getFileName()));
      Files.writeString(part, head(file));
      Path workbook = TestWorkbook.of(folder).write(folder.resolve("seed.xlsx"));
      Files.delete(part);
      seeds.put(name(file), WorkbookFuzzer.input(kind(file), texts(workbook)));
      seeds.putIfAbsent("whole", Files.readAllBytes(workbook));
      Files.delete(workbook);
    }
    Files.delete(folder);
    return seeds;
  }

  private static String[] texts(Path workbook) throws IOException {
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      return new String[] {
        text(zip, "xl/worksheets/sheet1.xml"),
        "",
        text(zip, "xl/styles.xml"),
        text(zip, "xl/workbook.xml"),
        text(zip, "xl/_rels/workbook.xml.rels"),
        text(zip, "[Content_Types].xml")
      };
    }
  }

  private static String text(ZipFile zip, String part) throws IOException {
    return new String(
        zip.getInputStream(zip.getEntry(part)).readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> findings(String reader) throws IOException {
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    if (Files.isDirectory(FINDINGS.resolve(reader))) {
      try (Stream<Path> files = Files.list(FINDINGS.resolve(reader))) {
        for (Path file : files.sorted().toList()) {
          seeds.put("found-" + file.getFileName(), Files.readAllBytes(file));
        }
      }
    }
    return seeds;
  }

  private static List<Path> contractFiles() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files
          .filter(file -> file.toString().endsWith(".csv") && file.toString().contains("input"))
          .filter(file -> kind(file) >= 0)
          .sorted()
          .toList();
    }
  }

  private static List<Map<String, Object>> bad() throws IOException {
    return YAMLMapper.builder()
        .build()
        .readValue(Files.readString(BAD), new TypeReference<List<Map<String, Object>>>() {});
  }

  private static String head(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.limit(MOST_ROWS).collect(Collectors.joining("\n", "", "\n"));
    }
  }

  private static byte[] chosen(Path file, String text) {
    ByteArrayOutputStream seed = new ByteArrayOutputStream();
    seed.write(kind(file));
    seed.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return seed.toByteArray();
  }

  /** Which of the files it is; -1 for none. */
  private static int kind(Path file) {
    List<String> names = ReaderTrial.FILES.stream().map(InputFile::fileName).toList();
    return names.indexOf(String.valueOf(file.getFileName()));
  }

  private static String name(Path file) {
    return CASES.relativize(file).toString().replace('/', '-');
  }
}
