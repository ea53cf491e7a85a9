package org.chartwarden.reports.user;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chartwarden.reports.ReportContext;
import org.chartwarden.reports.data.AccessQueries;
import org.chartwarden.reports.data.AccessRow;
import org.chartwarden.reports.data.PeerDays;
import org.chartwarden.reports.picture.UserAgainstPeers.Day;
import org.chartwarden.sink.search.AuditReader;

/** What the user opened a day, beside others of the same department and role. */
final class Peers {

    /** More would not be told apart in the picture. */
    private static final int MOST_DAYS = 366;

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
        Query peers = AccessQueries.all(
                AccessQueries.oneOf("chartwarden.department_ids", user.get().departmentIds()),
                AccessQueries.oneOf("user.roles", user.get().roles()));
        return new PeerDays(search, context.zone())
                .read(user.get().userId().orElseThrow(), peers, first(activity, last), last);
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
