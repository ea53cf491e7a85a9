package org.chartwarden.reports.packet;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.chartwarden.reports.data.AccessQueries;
import org.chartwarden.reports.data.PeerDays;
import org.chartwarden.reports.picture.UserAgainstPeers.Day;
import org.chartwarden.sink.search.AuditReader;

/** What the alert's person opened a day, beside the others of the same departments. */
final class CasePeers {

    /** What was usual before the first access of the alert. */
    private static final int DAYS_BEFORE = 28;

    /** More would not be told apart in the picture. */
    private static final int MOST_DAYS = 120;

    private final AuditReader search;
    private final ZoneId zone;
    private final ObjectNode alert;

    CasePeers(AuditReader search, ZoneId zone, ObjectNode alert) {
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
        Query peers = AccessQueries.oneOf("chartwarden.department_ids", departments);
        return new PeerDays(search, zone).read(user, peers, first, last);
    }

    private LocalDate day(String pointer) {
        return LocalDate.ofInstant(Facts.time(alert, pointer).orElseThrow(), zone);
    }
}
