package org.chartwarden.producers.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.chartwarden.producers.file.SourceInput;
import org.chartwarden.producers.source.Delivery;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.RawRecord;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;

/** Takes a file's records from its beginning to its end. */
final class FileTransfer {

    private final Delivery delivery;
    private final Feed feed;
    private final Tally tally;

    FileTransfer(Delivery delivery, Feed feed, Tally tally) {
        this.delivery = delivery;
        this.feed = feed;
        this.tally = tally;
    }

    /**
     * @param source the file's name, for dead letters and headers
     * @param asOf when it was written
     */
    void read(InputStream raw, String source, Instant asOf) throws IOException, Refusal {
        SourceInput input = SourceInput.open(raw);
        RecordFile file = feed.open(input);
        RecordReader reader = feed.reader(file.header(), asOf);
        for (RawRecord record = file.next(); record != null; record = file.next()) {
            Origin origin = new Origin(source, record.position());
            tally.add(
                    record.refusal() == null
                            ? delivery.deliver(reader, record.bytes(), origin)
                            : delivery.giveUp(reader, record.refusal(), record.bytes(), origin),
                    origin);
        }
        if (input.damaged()) {
            Origin end = new Origin(source, "end");
            tally.add(delivery.giveUp(reader, damage(), new byte[0], end), end);
        }
    }

    private static Refusal damage() {
        return new Refusal(
                "The compressed input is damaged or breaks off here. What came before it has been read; deliver the"
                        + " input again, and that is recognised as duplicate");
    }
}
