package org.chartwarden.producers.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Resource;

/** Turns FHIR R4 dates and times (2.24.0.1) into instants. */
final class FhirTimes {

    private FhirTimes() {}

    /**
     * A point in time.
     *
     * @throws Refusal when it is missing, or says no time of day or no offset: it would be anywhere within a day
     */
    static Instant instant(BaseDateTimeType time, String path) throws Refusal {
        if (time == null || time.getValue() == null) {
            throw new Refusal(path, "is missing; an instant such as 2026-01-31T08:15:00+01:00 is required");
        }
        return exact(time)
                .orElseThrow(() -> new Refusal(
                        path,
                        "has no time of day or no offset from UTC; an instant such as 2026-01-31T08:15:00+01:00 is"
                                + " required"));
    }

    /**
     * When the source last changed the resource.
     *
     * @return null when it does not tell
     */
    static Instant updatedAt(Resource resource) {
        return exact(resource.getMeta().getLastUpdatedElement()).orElse(null);
    }

    /** The point in time, where one is said exactly. */
    static Optional<Instant> exact(BaseDateTimeType time) {
        return time.getValue() == null || isDate(time) || time.getTimeZone() == null
                ? Optional.empty()
                : Optional.of(time.getValue().toInstant());
    }

    /**
     * When a period begins: a date begins at midnight of the site.
     *
     * @return null when unknown
     */
    static Instant start(BaseDateTimeType time, ZoneId zone, String path) throws Refusal {
        if (time.getValue() != null && isDate(time)) {
            return firstDay(time).atStartOfDay(zone).toInstant();
        }
        return time.getValue() == null ? null : instant(time, path);
    }

    /**
     * When a period ends: "If the end of the period is a date, it includes the whole day" (R4, 2.24.0.14).
     *
     * @return the last millisecond; null when it lasts
     */
    static Instant end(BaseDateTimeType time, ZoneId zone, String path) throws Refusal {
        if (time.getValue() == null || !isDate(time)) {
            return time.getValue() == null ? null : instant(time, path);
        }
        LocalDate first = firstDay(time);
        LocalDate next = switch (time.getPrecision()) {
            case YEAR -> first.plusYears(1);
            case MONTH -> first.plusMonths(1);
            case DAY, MINUTE, SECOND, MILLI -> first.plusDays(1);
        };
        return next.atStartOfDay(zone).toInstant().minusMillis(1);
    }

    private static boolean isDate(BaseDateTimeType time) {
        return time.getPrecision().compareTo(TemporalPrecisionEnum.DAY) <= 0;
    }

    /** Read from the text, because HAPI fills the missing parts from the time zone of this machine. */
    private static LocalDate firstDay(BaseDateTimeType time) {
        String text = time.getValueAsString();
        return LocalDate.parse(text + "-01-01".substring(Math.min(6, text.length() - 4)));
    }
}
