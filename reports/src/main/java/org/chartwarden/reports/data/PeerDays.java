package org.chartwarden.reports.data;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartwarden.reports.Distribution;
import org.chartwarden.reports.Span;
import org.chartwarden.reports.picture.UserAgainstPeers.Day;
import org.chartwarden.sink.search.AuditReader;
import org.chartwarden.sink.search.Documents;
import org.chartwarden.sink.search.Grouping;

/**
 * How many charts a person opened a day, beside others. Who opened nothing on a day is not counted on that day, since
 * nobody here knows who was at work.
 */
public final class PeerDays {

    private static final int LOWER_QUARTILE = 25;
    private static final int MEDIAN = 50;
    private static final int UPPER_QUARTILE = 75;

    private final AuditReader search;
    private final ZoneId zone;

    public PeerDays(AuditReader search, ZoneId zone) {
        this.search = search;
        this.zone = zone;
    }

    /**
     * A day each, without a gap.
     *
     * @param peers which accesses are those of peers; the user's own are left out of them
     * @param last included
     */
    public List<Day> read(String userId, Query peers, LocalDate first, LocalDate last) throws IOException {
        Map<LocalDate, Long> own = new HashMap<>();
        Map<LocalDate, Distribution> others = new HashMap<>();
        Query query = AccessQueries.all(
                AccessQueries.opensChart(),
                AccessQueries.within(span(first, last), "@timestamp"),
                AccessQueries.any(AccessQueries.is("user.id", userId), peers));
        List<Grouping> byDayAndUser = List.of(Grouping.day("@timestamp", zone), Grouping.value("user.id"));
        search.count(Documents.ACCESSES, query, byDayAndUser, found -> {
            LocalDate day = LocalDate.parse(found.values().get(0));
            if (found.values().get(1).equals(userId)) {
                own.put(day, found.count());
            } else {
                others.computeIfAbsent(day, one -> new Distribution()).add(found.count());
            }
        });
        return first.datesUntil(last.plusDays(1))
                .map(day -> day(day, own.getOrDefault(day, 0L), others.getOrDefault(day, new Distribution())))
                .toList();
    }

    private Span span(LocalDate first, LocalDate last) {
        return new Span(
                Optional.of(first.atStartOfDay(zone).toInstant()),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static Day day(LocalDate date, long own, Distribution others) {
        return new Day(
                date,
                own,
                others.percentile(LOWER_QUARTILE).orElse(0),
                others.percentile(MEDIAN).orElse(0),
                others.percentile(UPPER_QUARTILE).orElse(0));
    }
}
