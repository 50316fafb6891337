package io.monthend.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/**
 * An edition as it was read: the typed book, its text, and the hash by which two editions are the
 * same.
 */
public final class RuleBookEdition {

  private final RuleBook book;
  private final String yaml;
  private final ObjectNode tree;
  private final String hash;

  private RuleBookEdition(RuleBook book, String yaml, ObjectNode tree) {
    this.book = book;
    this.yaml = yaml;
    this.tree = tree;
    this.hash = sha256(PlainYaml.canonical(tree));
  }

  /** Reads a text; {@code file} names it in messages. Throws {@link RuleBookInvalid}. */
  public static RuleBookEdition parse(String file, String yaml) {
    ObjectNode tree = PlainYaml.read(file, yaml);
    return new RuleBookEdition(RuleBookReader.bind(file, tree), yaml, tree);
  }

  /** Reads a file. Throws {@link RuleBookInvalid}. */
  public static RuleBookEdition read(Path file) {
    try (InputStream text = Files.newInputStream(file)) {
      byte[] bytes = text.readNBytes(PlainYaml.MAX_BYTES + 1);
      if (bytes.length > PlainYaml.MAX_BYTES) {
        throw new RuleBookInvalid(
            file.toString(), "", "it is larger than %s bytes".formatted(PlainYaml.MAX_BYTES));
      }
      return parse(
          file.toString(),
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new RuleBookInvalid(file.toString(), "", "it is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      throw new RuleBookInvalid(file.toString(), "", "it cannot be read; check that it exists");
    }
  }

  public RuleBook book() {
    return book;
  }

  public String yaml() {
    return yaml;
  }

  /** SHA-256 in hex; equal for texts that differ in comments, white space or order of keys only. */
  public String hash() {
    return hash;
  }

  /** The clause with its figures, in words; the id itself where the book has no wording. */
  public String clause(String ruleId, Language language) {
    Labels.Text text =
        ruleId.startsWith("D:")
            ? book.labels().incidents().get(ruleId.substring(2))
            : book.labels().clauses().get(ruleId);
    return text == null ? ruleId : Placeholders.fill(text.in(language), tree);
  }

  /** Why a dismissal is to be reviewed, in words; the label of the incident where that is it. */
  public String reviewReason(String reason, Language language) {
    Labels.Text text = book.labels().reviews().get(reason);
    return text == null
        ? clause("D:" + reason, language)
        : Placeholders.fill(text.in(language), tree);
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
