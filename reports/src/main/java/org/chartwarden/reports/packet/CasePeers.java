package org.chartwarden.reports.packet;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartwarden.reports.Span;
import org.chartwarden.reports.data.AccessQueries;
import org.chartwarden.reports.picture.UserAgainstPeers.Day;
import org.chartwarden.sink.search.AuditSearch;

/**
 * What the alert's person opened a day, beside the others of the same departments. Who opened nothing on a day is not
 * counted on it, since nobody here knows who was at work.
 */
final class CasePeers {

    /** What was usual before the first access of the alert. */
    private static final int DAYS_BEFORE = 28;

    /** More would not be told apart in the picture. */
    private static final int MOST_DAYS = 120;

    private final AuditSearch search;
    private final ZoneId zone;
    private final ObjectNode alert;

    CasePeers(AuditSearch search, ZoneId zone, ObjectNode alert) {
        this.search = search;
        this.zone = zone;
        this.alert = alert;
    }

    /** @return a day each, without a gap; none when the alert is not about one person of a department */
    List<Day> days() throws IOException {
        String user = Facts.text(alert, "/user/id");
        List<String> departments = Facts.texts(alert, "/chartwarden/department_ids");
        if (user.isEmpty() || departments.isEmpty()) {
            return List.of();
        }
        LocalDate last = day("/event/end");
        LocalDate earliest = last.minusDays(MOST_DAYS - 1L);
        LocalDate first = day("/event/start").minusDays(DAYS_BEFORE);
        first = first.isBefore(earliest) ? earliest : first;
        Map<LocalDate, Long> own = new HashMap<>();
        Map<LocalDate, List<Long>> others = new HashMap<>();
        search.userDays(query(user, departments, first, last), zone, found -> {
            if (found.userId().equals(user)) {
                own.put(found.day(), found.accesses());
            } else {
                others.computeIfAbsent(found.day(), day -> new ArrayList<>()).add(found.accesses());
            }
        });
        return first.datesUntil(last.plusDays(1))
                .map(day -> day(day, own.getOrDefault(day, 0L), others.getOrDefault(day, List.of())))
                .toList();
    }

    private LocalDate day(String pointer) {
        return LocalDate.ofInstant(Facts.time(alert, pointer).orElseThrow(), zone);
    }

    private Query query(String user, List<String> departments, LocalDate first, LocalDate last) {
        Span span = new Span(
                Optional.of(first.atStartOfDay(zone).toInstant()),
                last.plusDays(1).atStartOfDay(zone).toInstant());
        return AccessQueries.all(
                AccessQueries.opensChart(),
                AccessQueries.within(span, "@timestamp"),
                AccessQueries.any(
                        AccessQueries.is("user.id", user),
                        AccessQueries.oneOf("chartwarden.department_ids", departments)));
    }

    private static Day day(LocalDate date, long own, List<Long> others) {
        List<Long> sorted = others.stream().sorted().toList();
        return new Day(date, own, quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
    }

    /** The least number that this share of the peers does not exceed. */
    private static double quantile(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
