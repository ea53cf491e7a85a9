package org.chartwarden.streams.access;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Moved;
import org.chartwarden.streams.access.Merges.Hop;
import org.chartwarden.streams.context.EventTime;

/**
 * An access arrives from its source. One that is older than the horizon is explained, but marked as late: nobody knows any
 * more whether it came before, so it must not be judged. So is one whose time is not {@linkplain EventTime believed}.
 */
final class ExplainAccess extends PatientProcessor<AccessEvent> {

    ExplainAccess(DeskConfig config) {
        super(config);
    }

    @Override
    public void process(Record<String, AccessEvent> record) {
        AccessEvent access = record.value();
        Sending sending = sending(record);
        Optional<Hop> hop = access.getPatientId() == null ? Optional.empty() : hop(record.key(), List.of());
        if (hop.isPresent()) {
            sending.moves(hop.get(), Moved.newBuilder().setAccess(access));
            return;
        }
        String patient = access.getPatientId() == null ? "" : record.key();
        if (isLate(access, sending)) {
            desk(sending).late(patient, access);
        } else {
            desk(sending).arrived(patient, access, 0);
        }
    }
}
