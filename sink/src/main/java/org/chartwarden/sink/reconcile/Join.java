package org.chartwarden.sink.reconcile;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.chartwarden.sink.reconcile.Entry.Standing;

/** Holds what both sides say of each document against each other, a bucket at a time. */
final class Join implements Consumer<List<Entry>> {

    private final Span span;
    private final Map<Compared, Instant> oldestInKafka;
    private final Consumer<Difference> differences;
    private final Tally tally = new Tally();
    private final Positions wanted = new Positions();

    /** @param oldestInKafka before which the topic of a kind may have deleted records; none when it deleted none */
    Join(Span span, Map<Compared, Instant> oldestInKafka, Consumer<Difference> differences) {
        this.span = span;
        this.oldestInKafka = oldestInKafka;
        this.differences = differences;
    }

    private record Key(Compared kind, String id) {}

    /** What is known of one document; each is null when that side has none. */
    private static final class Sides {
        private Entry due;
        private Entry newest;
        private Entry indexed;

        private void add(Entry entry) {
            if (entry.standing() == Standing.INDEXED) {
                indexed = later(indexed, entry);
            } else {
                newest = later(newest, entry);
                due = entry.standing() == Standing.DUE ? later(due, entry) : due;
            }
        }

        /** Of one version, what stands behind the other in its topic counts. */
        private static Entry later(Entry known, Entry entry) {
            boolean isOlder = known != null
                    && (known.version() > entry.version()
                            || known.version() == entry.version() && known.offset() > entry.offset());
            return isOlder ? known : entry;
        }
    }

    @Override
    public void accept(List<Entry> bucket) {
        Map<Key, Sides> documents = new HashMap<>();
        for (Entry entry : bucket) {
            Sides sides = documents.computeIfAbsent(new Key(entry.kind(), entry.id()), none -> new Sides());
            if (entry.standing() == Standing.INDEXED && sides.indexed != null) {
                differ(entry, Finding.TWICE, "it is in two indices");
            }
            sides.add(entry);
        }
        documents.values().forEach(sides -> {
            if (sides.newest != null && span.contains(sides.newest.time())) {
                count(sides.newest, Finding.IN_KAFKA);
            }
            if (sides.indexed != null) {
                count(sides.indexed, Finding.IN_ELASTICSEARCH);
            }
            judge(sides, documents);
        });
    }

    private void judge(Sides sides, Map<Key, Sides> documents) {
        if (sides.newest == null) {
            judgeUnknown(sides.indexed, documents);
        } else if (sides.indexed == null) {
            judgeAbsent(sides);
        } else if (sides.due != null && sides.indexed.version() < sides.due.version()) {
            want(sides.due);
            differ(sides.indexed, Finding.OTHER_REVISION, revisions(sides.indexed, sides.due));
        } else if (sides.indexed.version() > sides.newest.version()) {
            differ(sides.indexed, Finding.OTHER_REVISION, revisions(sides.indexed, sides.newest));
        }
    }

    private static String revisions(Entry indexed, Entry inKafka) {
        return "it is there as " + indexed.version() + ", in Kafka as " + inKafka.version();
    }

    private void judgeAbsent(Sides sides) {
        Entry entry = sides.due == null ? sides.newest : sides.due;
        if (!span.contains(entry.time())) {
            return;
        }
        switch (entry.standing()) {
            case DUE -> {
                want(entry);
                differ(entry, Finding.MISSING, "it is in " + place(entry));
            }
            case ON_ITS_WAY -> count(entry, Finding.ON_ITS_WAY);
            case REFUSED -> count(entry, Finding.REFUSED);
            case EXPIRED -> count(entry, Finding.EXPIRED);
            case INDEXED -> throw new IllegalStateException("it is not in Kafka");
        }
    }

    private void judgeUnknown(Entry indexed, Map<Key, Sides> documents) {
        Instant oldest = oldestInKafka.get(indexed.kind());
        if (oldest != null && indexed.told().isBefore(oldest)) {
            count(indexed, Finding.OUTLIVED_KAFKA);
        } else if (isSuperseded(indexed, documents)) {
            count(indexed, Finding.SUPERSEDED);
        } else {
            differ(
                    indexed,
                    Finding.EXTRA,
                    "no record in " + indexed.kind().topic().name() + " says so");
        }
    }

    private static boolean isSuperseded(Entry indexed, Map<Key, Sides> documents) {
        if (indexed.kind() != Compared.ALERT_REVISIONS) {
            return false;
        }
        String alert = indexed.kind().group(indexed.id());
        long revision = Long.parseLong(indexed.id().substring(alert.length() + 1));
        return Optional.ofNullable(documents.get(new Key(Compared.ALERTS, alert)))
                .map(sides -> sides.newest)
                .filter(newest -> newest.version() > revision)
                .isPresent();
    }

    private static TopicPartition partition(Entry entry) {
        return new TopicPartition(entry.kind().topic().name(), entry.partition());
    }

    private static String place(Entry entry) {
        return entry.kind().topic().name() + " partition " + entry.partition() + " offset " + entry.offset();
    }

    private void want(Entry entry) {
        wanted.add(partition(entry), entry.offset());
    }

    private void count(Entry entry, Finding finding) {
        tally.add(entry.kind(), entry.time(), finding);
    }

    private void differ(Entry entry, Finding finding, String detail) {
        count(entry, finding);
        differences.accept(new Difference(entry.kind(), finding, entry.id(), entry.time(), detail));
    }

    Tally tally() {
        return tally;
    }

    /** The records of which documents are missing or too old. */
    Positions wanted() {
        return wanted;
    }
}
