package io.monthend.conduct;

import io.monthend.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An incident as somebody recorded it; code, minutes, points and amount were checked against the
 * catalogue on its way in.
 *
 * @param minutes where minutes decide
 * @param points the recorder's choice, as written; absent = the least
 * @param amount of the damage
 */
public record RecordedIncident(
    String incidentNo,
    LocalDate date,
    String code,
    @Nullable Integer minutes,
    @Nullable Integer points,
    @Nullable Money amount,
    @Nullable String note) {}
