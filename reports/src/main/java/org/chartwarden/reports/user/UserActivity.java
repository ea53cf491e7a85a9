package org.chartwarden.reports.user;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chartwarden.reports.Newest;
import org.chartwarden.reports.data.AccessRow;
import org.chartwarden.reports.picture.AccessMark;
import org.chartwarden.reports.picture.AccessMarks;

/** What the pages of the user activity report need to know of one user's accesses, which come in the order of time. */
final class UserActivity {

    /** One patient whose chart the user opened. */
    static final class Patient {

        private final String id;
        private final Instant first;
        private Instant last;
        private long times;
        private long unexplained;
        private long ruleHits;

        private Patient(String id, Instant first) {
            this.id = id;
            this.first = first;
        }

        private void add(AccessRow access) {
            last = access.time();
            times++;
            unexplained += access.explained() ? 0 : 1;
            ruleHits += access.ruleIds().size();
        }

        String id() {
            return id;
        }

        Instant first() {
            return first;
        }

        Instant last() {
            return last;
        }

        long times() {
            return times;
        }

        long unexplained() {
            return unexplained;
        }

        long ruleHits() {
            return ruleHits;
        }
    }

    private static final Comparator<Patient> GRAVEST = Comparator.comparingLong(Patient::ruleHits)
            .thenComparingLong(Patient::unexplained)
            .thenComparing(Patient::last)
            .reversed()
            .thenComparing(Patient::id);

    private final ZoneId zone;
    private final Newest<AccessRow> noteworthy = new Newest<>();
    private final Map<String, Patient> patients = new LinkedHashMap<>();
    private final Map<String, Long> ruleHits = new TreeMap<>();
    private final Map<LocalDate, Long> days = new HashMap<>();
    private final AccessMarks marks = new AccessMarks();
    private AccessRow newest;
    private long opened;
    private long explained;
    private long refused;
    private long other;

    UserActivity(ZoneId zone) {
        this.zone = zone;
    }

    void add(AccessRow access) {
        newest = access;
        access.ruleIds().forEach(rule -> ruleHits.merge(rule, 1L, Long::sum));
        if (!access.succeeded()) {
            refused++;
        } else if (!access.opensChart()) {
            other++;
        } else {
            addOpened(access);
        }
        if (access.opensChart() && !access.explained() || !access.ruleIds().isEmpty()) {
            noteworthy.add(access);
        }
    }

    private void addOpened(AccessRow access) {
        opened++;
        explained += access.explained() ? 1 : 0;
        days.merge(LocalDate.ofInstant(access.time(), zone), 1L, Long::sum);
        marks.add(AccessMark.of(
                access.time(), access.explained(), !access.ruleIds().isEmpty()));
        access.patientId()
                .ifPresent(id -> patients.computeIfAbsent(id, key -> new Patient(key, access.time()))
                        .add(access));
    }

    /** Unexplained, or a rule fired. */
    Newest<AccessRow> noteworthy() {
        return noteworthy;
    }

    /** With the most hits of rules first, then with the most accesses without a reason. */
    List<Patient> patients() {
        return patients.values().stream().sorted(GRAVEST).toList();
    }

    /** By the rule's id. */
    Map<String, Long> ruleHits() {
        return ruleHits;
    }

    /** How many charts were opened on each day that has any. */
    Map<LocalDate, Long> days() {
        return days;
    }

    AccessMarks marks() {
        return marks;
    }

    /** Who the user is, as the newest access tells. */
    Optional<AccessRow> newest() {
        return Optional.ofNullable(newest);
    }

    long opened() {
        return opened;
    }

    /** Of the opened ones. */
    long explained() {
        return explained;
    }

    /** Tried, but no data was shown. */
    long refused() {
        return refused;
    }

    /** Searches, logins and whatever else opened no chart. */
    long other() {
        return other;
    }
}
