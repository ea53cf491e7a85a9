package org.chartwarden.sink.search;

import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregationSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * By what documents are counted.
 *
 * @param field a keyword, or a time when days are counted
 * @param days the zone of the days, such as 2026-01-31; empty when the values themselves are counted
 */
public record Grouping(String field, Optional<ZoneId> days) {

    public Grouping {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(days, "days");
    }

    public static Grouping value(String keyword) {
        return new Grouping(keyword, Optional.empty());
    }

    /** Days without a document are left out. */
    public static Grouping day(String timeField, ZoneId zone) {
        return new Grouping(timeField, Optional.of(zone));
    }

    CompositeAggregationSource source() {
        return CompositeAggregationSource.of(source -> days.isEmpty()
                ? source.terms(terms -> terms.field(field))
                : source.dateHistogram(histogram -> histogram
                        .field(field)
                        .calendarInterval(interval -> interval.time("1d"))
                        .timeZone(days.get().getId())
                        .format("uuuu-MM-dd")));
    }
}
