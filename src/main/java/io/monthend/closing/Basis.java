package io.monthend.closing;

import io.monthend.database.BulkCopy;
import io.monthend.evaluation.KeyFigures;
import io.monthend.payroll.Correction;
import io.monthend.people.Facts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hashes all that a person's settlement rests on: the program, the rule book, the figures that need
 * everyone, and each of the person's facts as it is stored. Equal hash, equal settlement.
 *
 * <p>One instance serves one reader: {@link #add} for each table in a fixed order, then {@link
 * #take}.
 */
final class Basis {

  private final MessageDigest digest = sha256();
  private final BulkCopy rows = BulkCopy.discarded(0);
  private final byte[] ofEveryone;

  Basis(String rulebookHash, KeyFigures.Best best) {
    String text =
        String.join(
            " ", program(), rulebookHash, plain(best.workload()), plain(best.quality()), "");
    ofEveryone = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ofEveryone);
  }

  /** Adds the person's facts of a table, in an order that depends on nothing but themselves. */
  <T> Basis add(Facts<T> table, List<T> facts) throws SQLException {
    rows.row().mark().value(facts.size());
    for (T fact : facts) {
      table.put(rows, fact);
    }
    rows.updateSinceMark(digest);
    return this;
  }

  /** Adds what the person's slip carries of earlier months, in its order. */
  Basis addCorrections(List<Correction> corrections) throws SQLException {
    rows.row().mark().value(corrections.size());
    for (Correction correction : corrections) {
      rows.value(correction.toString());
    }
    rows.updateSinceMark(digest);
    return this;
  }

  /** The hash of one person, in hex; the next person begins anew. */
  String take() {
    String hash = HexFormat.of().formatHex(digest.digest());
    digest.update(ofEveryone);
    return hash;
  }

  /** Another release may settle in another way. */
  private static String program() {
    return Objects.requireNonNullElse(Basis.class.getPackage().getImplementationVersion(), "");
  }

  private static String plain(@Nullable BigDecimal figure) {
    return figure == null ? "none" : figure.stripTrailingZeros().toPlainString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
