package io.monthend.exchange;

import io.monthend.conduct.RecordedIncident;
import io.monthend.kernel.Money;
import io.monthend.kernel.PayMonth;
import io.monthend.rulebook.Catalogue;
import io.monthend.rulebook.CatalogueItem;
import io.monthend.rulebook.CatalogueItem.Bracket;
import io.monthend.rulebook.CatalogueItem.Compensation;
import io.monthend.rulebook.CatalogueItem.Kind;
import io.monthend.rulebook.CatalogueItem.PointRange;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads a row of incidents against the catalogue (section D). */
record IncidentRow(PayMonth month, Catalogue catalogue) {

  private static final int MOST_MINUTES = 1_440;
  private static final int MOST_POINTS = 999;

  @Nullable RecordedIncident read(Row row) {
    String no = row.required("incident_no", InputFiles::text);
    LocalDate date = row.required("date", Cell::date);
    String code = row.required("code", InputFiles::text);
    Integer minutes = row.optional("minutes", text -> Cell.integer(text, 1, MOST_MINUTES));
    Integer points = row.optional("points", text -> Cell.integer(text, -MOST_POINTS, MOST_POINTS));
    Money amount = row.optional("amount", Cell::money);
    String note = row.optional("note", text -> Cell.text(text, Cell.NOTE_LENGTH));
    if (date != null && date.isAfter(month.last())) {
      row.fault("date", "lies after " + month + ", the month to close");
    }
    if (code != null) {
      check(row, code, minutes, points);
    }
    return no == null || date == null || code == null || !row.isSound()
        ? null
        : new RecordedIncident(no, date, code, minutes, points, amount, note);
  }

  private void check(Row row, String code, @Nullable Integer minutes, @Nullable Integer points) {
    CatalogueItem item = catalogue.find(code).orElse(null);
    if (item == null) {
      row.fault("code", "unknown code; use one of the catalogue of incidents");
    } else if (item.derived()) {
      row.fault("code", "derived by the close itself; remove the row");
    } else {
      checkMinutes(row, item);
      checkPoints(row, item, minutes, points);
      checkAmount(row, item);
      if (item.kind() == Kind.ADJUSTMENT && row.raw("note").isEmpty()) {
        row.fault("note", "a reason is required");
      }
    }
  }

  private static void checkMinutes(Row row, CatalogueItem item) {
    boolean given = !row.raw("minutes").isEmpty();
    if (item.needsMinutes() && !given) {
      row.fault("minutes", "a value is required for this code");
    }
    if (!item.needsMinutes() && given) {
      row.fault("minutes", "this code has no minutes; leave it blank");
    }
  }

  private static void checkPoints(
      Row row, CatalogueItem item, @Nullable Integer minutes, @Nullable Integer points) {
    if (item.kind() == Kind.ADJUSTMENT && row.raw("points").isEmpty()) {
      row.fault("points", "a value is required for this code");
    }
    if (points == null) {
      return;
    }
    PointRange range = item.needsMinutes() ? byMinutes(item, minutes) : item.points();
    if (range == null) {
      row.fault("points", "this code has no points; leave it blank");
    } else if (!range.contains(points)) {
      row.fault("points", "outside " + range.from() + " to " + range.to());
    }
  }

  private static @Nullable PointRange byMinutes(CatalogueItem item, @Nullable Integer minutes) {
    int points = minutes == null ? 0 : item.bracketOf(minutes).map(Bracket::points).orElse(0);
    return new PointRange(points, points);
  }

  private static void checkAmount(Row row, CatalogueItem item) {
    boolean given = !row.raw("amount").isEmpty();
    if (item.compensation() == Compensation.REQUIRED && !given) {
      row.fault("amount", "a value is required for this code");
    }
    if (item.compensation() == null && given) {
      row.fault("amount", "this code has no amount; leave it blank");
    }
  }
}
