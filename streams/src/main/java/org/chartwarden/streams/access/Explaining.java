package org.chartwarden.streams.access;

import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Moved;
import org.chartwarden.model.Patient;
import org.chartwarden.streams.context.CareStore;
import org.chartwarden.streams.context.FamilyNames;
import org.chartwarden.streams.context.PatientStore;

/** The operators that explain, all on the same stores: what one learns of a patient, the others know. */
public final class Explaining {

    /** By patient, NUL and event id, at event time. See {@link KnownAccesses}. */
    public static final String KNOWN_ACCESSES = KnownAccesses.STORE;

    /** By user, NUL and patient, at event time. See {@link Pairs}. */
    public static final String PAIRS = Pairs.STORE;

    private static final String[] STORES = {
        PatientStore.STORE, CareStore.STORE, FamilyNames.STORE, KNOWN_ACCESSES, PAIRS,
    };

    private final DeskConfig config;

    public Explaining(DeskConfig config) {
        this.config = config;
    }

    public KStream<String, Outcome> patients(KStream<String, Patient> patients) {
        return through(patients, () -> new RememberPatient(config), "remember-patient");
    }

    public KStream<String, Outcome> care(KStream<String, CareEvent> care) {
        return through(care, () -> new RememberCare(config), "remember-care");
    }

    public KStream<String, Outcome> moved(KStream<String, Moved> moved) {
        return through(moved, () -> new ReceiveMoved(config), "receive-moved");
    }

    public KStream<String, Outcome> accesses(KStream<String, AccessEvent> accesses) {
        return through(accesses, () -> new ExplainAccess(config), "explain");
    }

    private static <V> KStream<String, Outcome> through(
            KStream<String, V> facts, ProcessorSupplier<String, V, String, Outcome> operator, String name) {
        return facts.process(operator, Named.as(name), STORES);
    }
}
