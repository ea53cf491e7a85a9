package org.chartwarden.reports.user;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chartwarden.reports.Distribution;
import org.chartwarden.reports.ReportContext;
import org.chartwarden.reports.Span;
import org.chartwarden.reports.data.AccessQueries;
import org.chartwarden.reports.data.AccessRow;
import org.chartwarden.reports.picture.UserAgainstPeers.Day;
import org.chartwarden.sink.search.AuditReader;
import org.chartwarden.sink.search.Documents;
import org.chartwarden.sink.search.Grouping;

/**
 * What others of the same department and role open a day. Who opened nothing on a day is not counted on that day, since
 * nobody here knows who was at work.
 */
final class Peers {

    /** More would not be told apart in the picture. */
    private static final int MOST_DAYS = 366;

    private static final int LOWER_QUARTILE = 25;
    private static final int MEDIAN = 50;
    private static final int UPPER_QUARTILE = 75;

    private final AuditReader search;
    private final ReportContext context;

    Peers(AuditReader search, ReportContext context) {
        this.search = search;
        this.context = context;
    }

    /** @return a day each, without a gap; none when the user has opened nothing, or has no department or no role */
    List<Day> days(UserActivity activity) throws IOException {
        Optional<AccessRow> user = activity.newest()
                .filter(access -> access.userId().isPresent())
                .filter(access ->
                        !access.departmentIds().isEmpty() && !access.roles().isEmpty());
        if (user.isEmpty() || activity.days().isEmpty()) {
            return List.of();
        }
        LocalDate last = last();
        LocalDate first = first(activity, last);
        Map<LocalDate, Distribution> peers = peers(user.get(), first, last);
        List<Day> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            days.add(day(day, activity.days().getOrDefault(day, 0L), peers.getOrDefault(day, new Distribution())));
        }
        return days;
    }

    private Map<LocalDate, Distribution> peers(AccessRow user, LocalDate first, LocalDate last) throws IOException {
        ZoneId zone = context.zone();
        Span span = new Span(
                Optional.of(first.atStartOfDay(zone).toInstant()),
                last.plusDays(1).atStartOfDay(zone).toInstant());
        Query query = AccessQueries.all(
                AccessQueries.opensChart(),
                AccessQueries.within(span, "@timestamp"),
                AccessQueries.oneOf("chartwarden.department_ids", user.departmentIds()),
                AccessQueries.oneOf("user.roles", user.roles()),
                AccessQueries.not(AccessQueries.is("user.id", user.userId().orElseThrow())));
        Map<LocalDate, Distribution> peers = new TreeMap<>();
        search.count(
                Documents.ACCESSES,
                query,
                List.of(Grouping.day("@timestamp", zone), Grouping.value("user.id")),
                found -> peers.computeIfAbsent(LocalDate.parse(found.values().get(0)), day -> new Distribution())
                        .add(found.count()));
        return peers;
    }

    private static Day day(LocalDate date, long user, Distribution peers) {
        return new Day(
                date,
                user,
                peers.percentile(LOWER_QUARTILE).orElse(0),
                peers.percentile(MEDIAN).orElse(0),
                peers.percentile(UPPER_QUARTILE).orElse(0));
    }

    private LocalDate first(UserActivity activity, LocalDate last) {
        LocalDate first = context.span()
                .since()
                .map(since -> LocalDate.ofInstant(since, context.zone()))
                .orElseGet(() -> activity.days().keySet().stream()
                        .min(LocalDate::compareTo)
                        .orElseThrow());
        LocalDate earliest = last.minusDays(MOST_DAYS - 1L);
        return first.isBefore(earliest) ? earliest : first;
    }

    /** The last day that the span touches and that has begun. */
    private LocalDate last() {
        Instant end = context.span().until().isBefore(context.madeAt())
                ? context.span().until().minusMillis(1)
                : context.madeAt();
        return LocalDate.ofInstant(end, context.zone());
    }
}
