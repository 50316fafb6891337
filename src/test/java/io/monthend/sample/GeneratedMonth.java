package io.monthend.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A month of a generated company, written to a folder and read back. */
record GeneratedMonth(Company company, YearMonth month, Path folder, Written written) {

  static GeneratedMonth write(Company company, YearMonth month, Path parent) throws IOException {
    Path folder = parent.resolve(month.toString());
    Written written = company.write(month, folder, (at, employees, rows) -> {});
    return new GeneratedMonth(company, month, folder, written);
  }

  List<String> findings() {
    return ContractValidator.findings(folder, month);
  }

  CsvTable table(String file) {
    return CsvTable.read(folder, file);
  }

  List<Map<String, String>> rows(String file) {
    return table(file).rows();
  }

  /** The rows of {@code employees.csv} by number. */
  Map<String, Map<String, String>> employees() {
    return rows("employees.csv").stream()
        .collect(Collectors.toMap(row -> row.getOrDefault("employee_no", ""), row -> row));
  }

  /** SHA-256 over names and bytes of all files. */
  String digest() throws IOException {
    MessageDigest digest = sha256();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256", e);
    }
  }
}
