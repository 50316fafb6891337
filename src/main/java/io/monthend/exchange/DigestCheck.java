package io.monthend.exchange;

import io.monthend.closing.CloseRuns;
import io.monthend.kernel.PayMonth;
import io.monthend.months.PayMonths;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the pay slips of a published month, as they are stored and as they were written to files,
 * against the digest kept when they were published.
 */
@Component
public class DigestCheck {

  private static final String SLIPS = "payslips.csv";
  private static final String LINES = "payslip_lines.csv";
  private static final String SUMMARY = "summary.json";
  private static final long LONGEST_SUMMARY = 1 << 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What a check found.
   *
   * @param digest kept at publication
   * @param differences in words; empty where all agree
   */
  public record Finding(String digest, List<String> differences) {

    public Finding {
      differences = List.copyOf(differences);
    }

    /** Whether all that was looked at is as it was published. */
    public boolean agrees() {
      return differences.isEmpty();
    }
  }

  private final OutputFiles files;
  private final CloseRuns runs;
  private final PayMonths months;
  private final TransactionTemplate snapshot;

  DigestCheck(
      OutputFiles files,
      CloseRuns runs,
      PayMonths months,
      PlatformTransactionManager transactions) {
    this.files = files;
    this.runs = runs;
    this.months = months;
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setReadOnly(true);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** Checks a month and, where a folder is given, its files there; empty where it is not closed. */
  public Optional<Finding> check(PayMonth month, @Nullable Path output) {
    Optional<Finding> finding =
        snapshot.execute(status -> months.publishedRun(month).map(run -> check(run, output)));
    return Objects.requireNonNull(finding);
  }

  private Finding check(long runId, @Nullable Path output) {
    String digest = runs.digest(runId).orElseThrow();
    List<String> differences = new ArrayList<>();
    String stored = files.of(runId);
    if (!stored.equals(digest)) {
      differences.add(
          "the pay slips in the database were changed after they were published: their digest is now "
              + stored);
    }
    try {
      if (output != null) {
        checkFiles(runId, output, digest, differences);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Finding(digest, differences);
  }

  private void checkFiles(long runId, Path folder, String digest, List<String> differences)
      throws IOException {
    List<String> missing =
        List.of(SLIPS, LINES, SUMMARY).stream()
            .filter(name -> !Files.isRegularFile(folder.resolve(name)))
            .toList();
    missing.forEach(name -> differences.add(name + " is missing"));
    if (!missing.contains(SLIPS) && !missing.contains(LINES)) {
      String written = digestOf(folder);
      if (!written.equals(digest)) {
        differences.add(
            "the files are not those that were published: the digest of %s and %s is %s"
                .formatted(SLIPS, LINES, written));
        locate(runId, folder, differences);
      }
    }
    if (!missing.contains(SUMMARY)) {
      checkSummary(folder.resolve(SUMMARY), digest, differences);
    }
  }

  private static String digestOf(Path folder) throws IOException {
    MessageDigest digest = RowHash.sha256();
    try (InputStream slips = slips(folder);
        InputStream lines = lines(folder);
        DigestOutputStream bytes =
            new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      slips.transferTo(bytes);
      lines.transferTo(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void locate(long runId, Path folder, List<String> differences) throws IOException {
    try (InputStream slips = slips(folder);
        InputStream lines = lines(folder);
        Comparison ofSlips = new Comparison(slips);
        Comparison ofLines = new Comparison(lines)) {
      files.writeDigested(runId, ofSlips, ofLines);
      locate(SLIPS, ofSlips, differences);
      locate(LINES, ofLines, differences);
    }
  }

  private static void locate(String name, Comparison comparison, List<String> differences)
      throws IOException {
    if (!comparison.isEqual()) {
      differences.add(
          name + " and the database differ from line " + comparison.line() + " of the file on");
    }
  }

  private static void checkSummary(Path file, String digest, List<String> differences)
      throws IOException {
    if (Files.size(file) > LONGEST_SUMMARY) {
      differences.add(SUMMARY + " is too large to be a summary");
      return;
    }
    try {
      JsonNode noted = JSON.readTree(Files.readAllBytes(file)).path("digest");
      if (!noted.asString("").equals(digest)) {
        differences.add(SUMMARY + " names another digest: " + noted);
      }
    } catch (JacksonException e) {
      differences.add(SUMMARY + " is no JSON: " + e.getOriginalMessage());
    }
  }

  private static InputStream slips(Path folder) throws IOException {
    return new BufferedInputStream(Files.newInputStream(folder.resolve(SLIPS)));
  }

  private static InputStream lines(Path folder) throws IOException {
    return new WithoutLastColumn(
        new BufferedInputStream(Files.newInputStream(folder.resolve(LINES))));
  }
}
