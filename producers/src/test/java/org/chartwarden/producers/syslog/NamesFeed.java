package org.chartwarden.producers.syslog;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.chartwarden.model.Patient;
import org.chartwarden.producers.atna.SyslogMessage;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.topic.Topics;

/** Stands in for the feed of audit messages: each message is the id of a patient, made of letters and digits. */
final class NamesFeed implements Feed {

    static {
        TrustedClasses.ensure();
    }

    @Override
    public String name() {
        return "atna";
    }

    @Override
    public RecordFile open(InputStream content) {
        throw new UnsupportedOperationException("only the reader is needed");
    }

    @Override
    public RecordReader reader(byte[] header, Instant asOf) {
        return new RecordReader() {
            @Override
            public String feed() {
                return name();
            }

            @Override
            public List<Outgoing<?>> read(byte[] raw) throws Refusal {
                String id = new String(SyslogMessage.content(raw), StandardCharsets.UTF_8);
                if (id.equals("mistake")) {
                    throw new IllegalStateException("a mistake of the reader");
                }
                if (!id.matches("[a-z0-9]+")) {
                    throw new Refusal("The id must be made of letters and digits");
                }
                return List.of(new Outgoing<>(
                        Topics.PATIENTS,
                        id,
                        Patient.newBuilder().setPatientId(id).build()));
            }
        };
    }
}
