package org.chartwarden.sink.reconcile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many documents of each kind were found in which state, by the hour of their @timestamp in UTC. */
public final class Tally {

    private final Map<Compared, SortedMap<Instant, Counts>> hours = new EnumMap<>(Compared.class);

    /** The counts of one hour, or of all. */
    public static final class Counts {

        private final Map<Finding, Long> counts = new EnumMap<>(Finding.class);

        void add(Finding finding, long more) {
            counts.merge(finding, more, Long::sum);
        }

        public long of(Finding finding) {
            return counts.getOrDefault(finding, 0L);
        }

        /** Whether anything in it is wrong. */
        public boolean differ() {
            return counts.keySet().stream().anyMatch(Finding::isDifference);
        }

        private void addAll(Counts others) {
            others.counts.forEach(this::add);
        }
    }

    public void add(Compared kind, Instant time, Finding finding) {
        hours.computeIfAbsent(kind, none -> new TreeMap<>())
                .computeIfAbsent(time.truncatedTo(ChronoUnit.HOURS), none -> new Counts())
                .add(finding, 1);
    }

    /** By the hour's begin, the earliest first; an hour without any document is left out. */
    public SortedMap<Instant, Counts> hours(Compared kind) {
        return hours.getOrDefault(kind, new TreeMap<>());
    }

    /** Over all hours. */
    public Counts total(Compared kind) {
        Counts total = new Counts();
        hours(kind).values().forEach(total::addAll);
        return total;
    }

    /** Over everything. */
    public Counts total() {
        Counts total = new Counts();
        hours.keySet().forEach(kind -> total.addAll(total(kind)));
        return total;
    }
}
