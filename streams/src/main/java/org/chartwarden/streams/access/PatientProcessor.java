package org.chartwarden.streams.access;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.streams.access.Merges.Hop;
import org.chartwarden.streams.context.EventTime;

/** What the processors of all facts about patients have in common: the stores, and the way of what was merged. */
abstract class PatientProcessor<V> implements Processor<String, V, String, Outcome> {

    final DeskConfig config;

    private ProcessorContext<String, Outcome> context;
    private PatientFile file;

    PatientProcessor(DeskConfig config) {
        this.config = config;
    }

    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        this.context = context;
        this.file = new PatientFile(context, config);
    }

    final PatientFile file() {
        return file;
    }

    final Sending sending(Record<String, V> record) {
        file.beginRecord();
        return new Sending(context, record.key(), record.timestamp(), record.headers());
    }

    final Desk desk(Sending sending) {
        return new Desk(config, file, sending);
    }

    /** Where what belongs to a patient goes on to; empty when it stays. */
    final Optional<Hop> hop(String patient, List<String> passed) {
        return Merges.next(patient, file.patient(patient).orElse(null), passed);
    }

    /** Too old, or of a time that cannot be believed, to be judged. */
    final boolean isLate(AccessEvent access, Sending sending) {
        return !EventTime.isBelieved(access)
                || access.getTime().isBefore(sending.streamTime().minus(config.horizon()));
    }
}
