package org.chartwarden.streams.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Moved;
import org.chartwarden.streams.access.Merges.Hop;

/**
 * Care was recorded, changed or cancelled: the patient's known accesses are explained anew. Once a day of event time, the
 * care of all patients that was over long ago is forgotten, also of those who never come back.
 */
final class RememberCare extends PatientProcessor<CareEvent> {

    private static final Duration DAY = Duration.ofDays(1);

    RememberCare(DeskConfig config) {
        super(config);
    }

    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        super.init(context);
        // No access that may still be explained anew loses what it rests on.
        Duration kept = config.care().plus(config.horizon());
        context.schedule(
                DAY,
                PunctuationType.STREAM_TIME,
                now -> file().care().forgetOver(Instant.ofEpochMilli(now).minus(kept)));
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
        new Teaching(file()).of(care).forEach(sending::teaches);
        desk(sending).again(patient);
    }
}
