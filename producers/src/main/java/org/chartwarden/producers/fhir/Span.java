package org.chartwarden.producers.fhir;

import java.time.Instant;
import java.time.ZoneId;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;

/**
 * A time from a begin to an end.
 *
 * @param start null when unknown
 * @param end null when unknown, or while it lasts
 */
record Span(Instant start, Instant end) {

    private static final Span UNKNOWN = new Span(null, null);

    /**
     * A FHIR R4 Period (2.24.0.14).
     *
     * @param zone the site's, in which a date without a time is a day
     * @param path the element that holds the period
     */
    static Span of(Period period, ZoneId zone, String path) throws Refusal {
        return new Span(
                FhirTimes.start(period.getStartElement(), zone, path + ".start"),
                FhirTimes.end(period.getEndElement(), zone, path + ".end"));
    }

    /**
     * An element that may be a point in time or a period; anything else, such as a Timing, tells no span.
     *
     * @param path the element's, without the type at its end
     */
    static Span of(Type value, ZoneId zone, String path) throws Refusal {
        if (value instanceof Period period) {
            return of(period, zone, path + "Period");
        }
        return value instanceof DateTimeType time
                ? new Span(FhirTimes.start(time, zone, path + "DateTime"), FhirTimes.end(time, zone, path + "DateTime"))
                : UNKNOWN;
    }

    /**
     * The shortest span that has also this moment in it. An order is often written down after it was carried out:
     * ordered at 15:00 for 10:00 is a span from 10:00 to 15:00. An unknown end stays unknown.
     */
    Span with(BaseDateTimeType moment, ZoneId zone, String path) throws Refusal {
        Instant from = FhirTimes.start(moment, zone, path);
        if (from == null) {
            return this;
        }
        Instant first = start == null || from.isBefore(start) ? from : start;
        return new Span(first, end == null || end.isAfter(from) ? end : from);
    }

    boolean isKnown() {
        return start != null || end != null;
    }
}
