package org.chartwarden.streams.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Moved;
import org.chartwarden.streams.access.Merges.Hop;

/** Care was recorded, changed or cancelled: the patient's known accesses are explained anew. */
final class RememberCare extends PatientProcessor<CareEvent> {

    RememberCare(DeskConfig config) {
        super(config);
    }

    @Override
    public void process(Record<String, CareEvent> record) {
        CareEvent care = record.value();
        String patient = record.key();
        Sending sending = sending(record);
        Optional<Hop> hop = hop(patient, List.of());
        if (hop.isPresent()) {
            sending.moves(hop.get(), Moved.newBuilder().setCare(care));
            return;
        }
        if (!file().care().remember(patient, care)) {
            return;
        }
        Instant forgotten = sending.streamTime().minus(config.care());
        file().care().forgetOver(patient, forgotten);
        new Teaching(file()).of(care).forEach(sending::teaches);
        desk(sending).again(patient);
    }
}
