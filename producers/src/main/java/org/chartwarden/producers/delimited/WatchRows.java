package org.chartwarden.producers.delimited;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.WatchEntry;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.topic.Topics;

/** Rows of a watch list to its entries. */
final class WatchRows implements RowMapper {

    private final RowVersion version;

    WatchRows(RowVersion version) {
        this.version = version;
    }

    @Override
    public List<Outgoing<?>> records(Told told) throws Refusal {
        String key = keys(told).get(0);
        Instant from = told.instant("from", Moments.Day.BEGIN).orElse(null);
        Instant until = told.instant("until", Moments.Day.AFTER).orElse(null);
        if (from != null && until != null && until.isBefore(from)) {
            throw new Refusal(told.path("until"), "is before the begin; an end after it, or none, is allowed");
        }
        WatchEntry entry = WatchEntry.newBuilder()
                .setEntryId(key)
                .setPatientId(told.required("patientId"))
                .setList(told.mapping().identity().list())
                .setCode(told.required("code"))
                .setFrom(from)
                .setUntil(until)
                .setUpdatedAt(version.of(told))
                .build();
        return List.of(new Outgoing<>(Topics.WATCH_LIST, key, entry));
    }

    /** A patient may be on the list with several codes, each for its own time. */
    @Override
    public List<String> keys(Told told) throws Refusal {
        String from =
                told.instant("from", Moments.Day.BEGIN).map(Instant::toString).orElse("-");
        String patient = told.mapping().identity().list() + "/" + told.required("patientId");
        return List.of(patient + "/" + told.required("code") + "/" + from);
    }
}
