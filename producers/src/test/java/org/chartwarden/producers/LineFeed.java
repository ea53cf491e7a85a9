package org.chartwarden.producers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.chartwarden.model.Patient;
import org.chartwarden.producers.file.LineReader;
import org.chartwarden.producers.file.LineReader.Line;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.HeldBackException;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RawRecord;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.topic.Topics;

/**
 * A feed of lines: each is a patient's id. A line {@code bad} is refused, {@code skip} is not needed; a first line {@code
 * wrong header} refuses the file, {@code harm} holds it back, {@code bug} makes the feed fail, {@code closing} has
 * one record follow the last line.
 */
public record LineFeed(String name, boolean isContext) implements Feed {

    static {
        TrustedClasses.ensure();
    }

    private static final int LIMIT = 1_000;

    @Override
    public RecordFile open(InputStream content) throws IOException {
        LineReader lines = new LineReader(content, LIMIT);
        Line header = lines.next();
        byte[] first = header == null ? new byte[0] : header.bytes();
        return new RecordFile() {
            @Override
            public byte[] header() {
                return first;
            }

            @Override
            public RawRecord next() throws IOException {
                Line line = lines.next();
                return line == null ? null : RawRecord.of(line.bytes(), "line " + line.number());
            }
        };
    }

    @Override
    public RecordReader reader(byte[] header, Instant asOf) throws Refusal {
        if (text(header).equals("wrong header")) {
            throw new Refusal("The column \"patient\" is missing");
        }
        if (text(header).equals("bug")) {
            throw new IllegalStateException("a bug");
        }
        return new Reader(name, header);
    }

    @Override
    public List<Outgoing<?>> inspect(RecordFile file, Instant asOf) throws IOException, HeldBackException {
        return switch (text(file.header())) {
            case "harm" -> throw new HeldBackException("It would remove 3 of 4");
            case "closing" -> {
                int lines = 0;
                while (file.next() != null) {
                    lines++;
                }
                yield List.of(patient("closing-after-" + lines));
            }
            default -> List.of();
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Outgoing<Patient> patient(String id) {
        return new Outgoing<>(
                Topics.PATIENTS, id, Patient.newBuilder().setPatientId(id).build());
    }

    private record Reader(String feed, byte[] header) implements RecordReader {

        @Override
        public List<Outgoing<?>> read(byte[] raw) throws Refusal {
            return switch (text(raw)) {
                case "bad" -> throw new Refusal("patient", "must be an id");
                case "skip" -> List.of();
                default -> List.of(patient(text(raw)));
            };
        }
    }
}
