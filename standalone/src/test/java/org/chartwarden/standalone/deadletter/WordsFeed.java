package org.chartwarden.standalone.deadletter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.chartwarden.model.WatchEntry;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.topic.Topics;

/** Makes a watch entry of each word, refuses what has a "!", needs nothing of what is blank; a header stands before each. */
final class WordsFeed implements Feed {

    @Override
    public String name() {
        return "words";
    }

    @Override
    public RecordFile open(InputStream content) throws IOException {
        throw new IOException("nobody opens it");
    }

    @Override
    public RecordReader reader(byte[] header, Instant asOf) {
        String prefix = new String(header, StandardCharsets.UTF_8);
        return new RecordReader() {
            @Override
            public String feed() {
                return name();
            }

            @Override
            public List<Outgoing<?>> read(byte[] raw) throws Refusal {
                String text = new String(raw, StandardCharsets.UTF_8);
                if (text.contains("!")) {
                    throw new Refusal("has an exclamation mark");
                }
                return Stream.of(text.split(" "))
                        .filter(word -> !word.isEmpty())
                        .<Outgoing<?>>map(word -> entry(prefix + word, asOf))
                        .toList();
            }
        };
    }

    private static Outgoing<WatchEntry> entry(String id, Instant asOf) {
        WatchEntry entry = WatchEntry.newBuilder()
                .setEntryId(id)
                .setPatientId(id)
                .setList("list")
                .setCode("VIP")
                .setUpdatedAt(asOf)
                .build();
        return new Outgoing<>(Topics.WATCH_LIST, id, entry);
    }
}
