package org.chartwarden.reports.patient;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chartwarden.reports.Newest;
import org.chartwarden.reports.data.AccessRow;
import org.chartwarden.reports.data.AccessWords;
import org.chartwarden.reports.picture.AccessMark;
import org.chartwarden.reports.picture.AccessMarks;

/** What the pages of the patient access report need to know of the accesses, which come in the order of time. */
final class PatientAccesses {

    /** One person, or account, who opened the record. */
    static final class Person {

        private final String who;
        private final Set<String> departments = new TreeSet<>();
        private final Instant first;
        private Instant last;
        private long times;
        private long unexplained;

        private Person(AccessRow first) {
            this.who = AccessWords.who(first);
            this.first = first.time();
        }

        private void add(AccessRow access) {
            departments.addAll(access.departments());
            last = access.time();
            times++;
            unexplained += access.explained() ? 0 : 1;
        }

        String who() {
            return who;
        }

        List<String> departments() {
            return List.copyOf(departments);
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
    }

    private final Newest<AccessRow> opened = new Newest<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final AccessMarks marks = new AccessMarks();
    private long unexplained;
    private long listed;
    private long refused;

    void add(AccessRow access) {
        if (!access.succeeded()) {
            refused++;
        } else if (!access.opensChart()) {
            listed++;
        } else {
            opened.add(access);
            unexplained += access.explained() ? 0 : 1;
            // A patient need not know what makes an officer suspicious.
            marks.add(AccessMark.of(access.time(), access.explained(), false));
            people.computeIfAbsent(access.userId().orElse(""), id -> new Person(access))
                    .add(access);
        }
    }

    Newest<AccessRow> opened() {
        return opened;
    }

    AccessMarks marks() {
        return marks;
    }

    /** Who opened it last comes first. */
    List<Person> people() {
        return people.values().stream()
                .sorted(Comparator.comparing(Person::last).reversed())
                .toList();
    }

    /** Of the opened ones. */
    long explained() {
        return opened.count() - unexplained;
    }

    /** Of the opened ones. */
    long unexplained() {
        return unexplained;
    }

    /** Named in a search result, or touched otherwise without being opened. */
    long listed() {
        return listed;
    }

    /** Tried, but no data was shown. */
    long refused() {
        return refused;
    }
}
