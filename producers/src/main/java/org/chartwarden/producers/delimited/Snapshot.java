package org.chartwarden.producers.delimited;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.producers.source.HeldBackException;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RawRecord;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a full snapshot says by what is not in it: what is on record and missing holds no more. Keeps keys only. */
final class Snapshot {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);

    private final String feed;
    private final Instant asOf;
    private final Set<String> present = new HashSet<>();
    private Lasting.Span span = new Lasting.Span(null, null);
    private long unreadable;

    private Snapshot(String feed, Instant asOf) {
        this.feed = feed;
        this.asOf = asOf;
    }

    /** Looks through a file. */
    static Snapshot of(RecordFile file, RowReader reader, Instant asOf) throws IOException {
        Snapshot snapshot = new Snapshot(reader.feed(), asOf);
        for (RawRecord row = file.next(); row != null; row = file.next()) {
            snapshot.add(row, reader);
        }
        return snapshot;
    }

    private void add(RawRecord row, RowReader reader) {
        try {
            if (row.refusal() != null) {
                throw row.refusal();
            }
            RowReader.Presence presence = reader.presence(row.bytes());
            present.addAll(presence.keys());
            span = presence.begin().map(span::including).orElse(span);
        } catch (Refusal refusal) {
            unreadable++; // it is dead-lettered with its reason when its turn comes
        }
    }

    /**
     * The records that end.
     *
     * @param most the largest share of those on record that may end at once, from 0 to 1
     * @throws HeldBackException when more would, or when the file is empty: it is not what it should be
     */
    <T extends SpecificRecord> List<Outgoing<?>> removals(Lasting<T> kind, Collection<T> known, double most)
            throws HeldBackException {
        List<T> holding =
                known.stream().filter(value -> kind.holds(value, asOf, span)).toList();
        List<T> missing = holding.stream()
                .filter(value -> !present.contains(kind.key(value)))
                .toList();
        if (missing.isEmpty()) {
            return List.of();
        }
        if (unreadable > 0) {
            warn(missing.size(), holding.size());
            return List.of();
        }
        requireFew(missing.size(), holding.size(), most);
        return missing.stream()
                .<Outgoing<?>>map(value -> new Outgoing<>(kind.topic(), kind.key(value), kind.ended(value, asOf)))
                .toList();
    }

    private void warn(int missing, int holding) {
        LOG.warn(
                "feed={} {} rows cannot be told apart, so the {} of {} on record that are missing stay",
                feed,
                unreadable,
                missing,
                holding);
    }

    /** One may always leave: of nine people, a tenth is nobody. */
    private void requireFew(int missing, int holding, double most) throws HeldBackException {
        long allowed = Math.max(1, (long) Math.floor(most * holding));
        if (most < 1 && (missing > allowed || present.isEmpty())) {
            throw new HeldBackException(
                    "The file has %,d of the %,d records of %s that are on record; %,d would be removed, and a file may remove %,d. Is it complete? To take it all the same: ./chartwarden ingest --as %s --accept-removals FILE"
                            .formatted(
                                    holding - missing, holding, feed, missing, present.isEmpty() ? 0 : allowed, feed));
        }
    }
}
