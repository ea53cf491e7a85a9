package org.chartwarden.producers.example;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Outcome;
import org.chartwarden.producers.access.AccessEvents;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.serde.TrustedClasses;

/** An image viewer's log: {@code 2026-03-04T10:15:00Z|user|patient|study}. */
final class ViewerLogReader implements RecordReader {

    static {
        TrustedClasses.ensure();
    }

    private final AccessEvents accesses;

    ViewerLogReader(Clock clock) {
        this.accesses = new AccessEvents(clock);
    }

    @Override
    public String feed() {
        return ViewerLogFeed.NAME;
    }

    @Override
    public List<Outgoing<?>> read(byte[] raw) throws Refusal {
        String[] cells = new String(raw, StandardCharsets.UTF_8).split("\\|", -1);
        if (cells.length != 4) {
            throw new Refusal("The line has " + cells.length + " cells; 4 are required: time, user, patient, study");
        }
        AccessEvent.Builder told = AccessEvent.newBuilder()
                .setTime(time(cells[0]))
                .setAction(Action.R)
                .setCategory(AccessCategory.RECORD)
                .setOutcome(Outcome.SUCCESS)
                .setUserId(cells[1])
                .setPatientId(cells[2])
                .setObjectType("ImagingStudy")
                .setObjectId(cells[3])
                .setSourceSystem("viewer");
        return List.of(accesses.complete(told, null, "time"));
    }

    private static Instant time(String text) throws Refusal {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal("time", "is not an instant; one such as 2026-03-04T10:15:00Z is required");
        }
    }
}
