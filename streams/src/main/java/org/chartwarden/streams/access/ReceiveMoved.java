package org.chartwarden.streams.access;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Moved;
import org.chartwarden.streams.access.Merges.Hop;

/** Something of a merged patient arrives at the record that is left, or goes on from there. */
final class ReceiveMoved extends PatientProcessor<Moved> {

    ReceiveMoved(DeskConfig config) {
        super(config);
    }

    @Override
    public void process(Record<String, Moved> record) {
        Moved moved = record.value();
        Sending sending = sending(record);
        Optional<Hop> hop = hop(record.key(), moved.getPassed());
        if (hop.isPresent()) {
            sending.moves(hop.get(), Moved.newBuilder(moved));
        } else if (moved.getCare() != null) {
            care(record.key(), moved.getCare(), sending);
        } else {
            access(record.key(), moved, sending);
        }
    }

    private void care(String patient, CareEvent care, Sending sending) {
        if (file().care().receive(patient, care)) {
            desk(sending).again(patient);
        }
    }

    private void access(String patient, Moved moved, Sending sending) {
        AccessEvent access = moved.getAccess();
        if (moved.getRevision() == 0 && isLate(access, sending)) {
            desk(sending).late(patient, access);
        } else {
            desk(sending).arrived(patient, access, moved.getRevision());
        }
    }
}
