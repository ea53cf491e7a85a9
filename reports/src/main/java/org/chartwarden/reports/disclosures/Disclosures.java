package org.chartwarden.reports.disclosures;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chartwarden.reports.Newest;
import org.chartwarden.reports.data.AccessRow;
import org.chartwarden.reports.data.AccessWords;

/** What the pages of an accounting need to know of the accesses, which come in the order of time. */
final class Disclosures {

    /** An access that belongs into the accounting. */
    record Line(AccessRow access, Basis basis) {}

    /** What one person saw without a purpose on record: 164.528(b)(3) lets them be told together. */
    static final class Unsettled {

        private final String who;
        private final Set<String> departments = new TreeSet<>();
        private final Set<String> what = new TreeSet<>();
        private final Instant first;
        private Instant last;
        private long times;

        private Unsettled(AccessRow first) {
            this.who = AccessWords.who(first);
            this.first = first.time();
        }

        private void add(AccessRow access) {
            departments.addAll(access.departments());
            what.add(AccessWords.what(access));
            last = access.time();
            times++;
        }

        String who() {
            return who;
        }

        Set<String> departments() {
            return departments;
        }

        Set<String> what() {
            return what;
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
    }

    private final Newest<Line> lines = new Newest<>();
    private final Map<Basis, Long> counts = new EnumMap<>(Basis.class);
    private final Map<String, Unsettled> unsettled = new LinkedHashMap<>();

    void add(AccessRow access, Basis basis) {
        counts.merge(basis, 1L, Long::sum);
        if (basis.accountedFor()) {
            lines.add(new Line(access, basis));
        } else if (basis == Basis.UNSETTLED) {
            unsettled
                    .computeIfAbsent(access.userId().orElse(""), id -> new Unsettled(access))
                    .add(access);
        }
    }

    Newest<Line> lines() {
        return lines;
    }

    /** Who saw it last comes first. */
    List<Unsettled> unsettled() {
        return unsettled.values().stream()
                .sorted(Comparator.comparing(Unsettled::last).reversed())
                .toList();
    }

    /** Of whatever basis. */
    long opened() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    long count(Basis basis) {
        return counts.getOrDefault(basis, 0L);
    }
}
