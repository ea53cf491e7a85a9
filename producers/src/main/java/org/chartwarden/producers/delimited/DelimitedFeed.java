package org.chartwarden.producers.delimited;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.HeldBackException;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;

/** The files that one mapping understands. */
public final class DelimitedFeed implements Feed {

    private final Mapping mapping;
    private final Clock clock;
    private final KnownRecords known;
    private final double mostRemovals;

    DelimitedFeed(Mapping mapping, Clock clock, KnownRecords known, double mostRemovals) {
        this.mapping = mapping;
        this.clock = clock;
        this.known = known;
        this.mostRemovals = mostRemovals;
    }

    /**
     * A feed for each mapping: those that come with Chartwarden, and the site's own.
     *
     * @param known asked only when a full snapshot is looked through
     * @throws SettingsException naming everything that is wrong with the site's mappings
     */
    public static List<Feed> all(Settings settings, Clock clock, KnownRecords known) {
        double mostRemovals = share(settings);
        return Mappings.load(settings).stream()
                .<Feed>map(mapping -> new DelimitedFeed(mapping, clock, known, mostRemovals))
                .toList();
    }

    @Override
    public String name() {
        return mapping.name();
    }

    @Override
    public boolean isContext() {
        return mapping.kind() != Kind.ACCESS;
    }

    @Override
    public RecordFile open(InputStream content) throws IOException {
        return new DelimitedFile(content, mapping.format());
    }

    @Override
    public RecordReader reader(byte[] header, Instant asOf) throws Refusal {
        return rows(header, asOf);
    }

    /** Says nothing about a file whose header cannot be used: its reader says what is wrong. */
    @Override
    public List<Outgoing<?>> inspect(RecordFile file, Instant asOf) throws IOException, HeldBackException {
        if (!mapping.identity().snapshot()) {
            return List.of();
        }
        RowReader reader;
        try {
            reader = rows(file.header(), asOf);
        } catch (Refusal refusal) {
            requireContent(file);
            return List.of();
        }
        Snapshot snapshot = Snapshot.of(file, reader, asOf);
        return mapping.kind() == Kind.WATCH_LIST
                ? removals(snapshot, Lasting.ENTRIES)
                : removals(snapshot, Lasting.MEMBERS);
    }

    /** An empty file of changes says that there are none; an empty snapshot would say that there is nobody. */
    private static void requireContent(RecordFile file) throws HeldBackException {
        if (file.header().length == 0) {
            throw new HeldBackException("The file is empty, and a full snapshot is never: deliver it again");
        }
    }

    private <T extends SpecificRecord> List<Outgoing<?>> removals(Snapshot snapshot, Lasting<T> kind)
            throws HeldBackException {
        String prefix = mapping.identity().list() + "/";
        return snapshot.removals(kind, known.newest(kind.topic(), prefix), mostRemovals);
    }

    private RowReader rows(byte[] header, Instant asOf) throws Refusal {
        return new RowReader(mapping, header, asOf, clock);
    }

    private static double share(Settings settings) {
        String text = settings.text(Setting.SNAPSHOT_REMOVALS).strip();
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw refused(text, e);
        }
        throw refused(text, null);
    }

    private static SettingsException refused(String text, Exception cause) {
        return new SettingsException(
                Setting.SNAPSHOT_REMOVALS.key() + " is \"" + text
                        + "\", but must be a share from 0 to 1, such as 0.1 for a tenth.",
                cause);
    }
}
