package org.chartwarden.streams.access;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Patient;
import org.chartwarden.streams.context.CareStore;
import org.chartwarden.streams.context.FamilyNames;
import org.chartwarden.streams.context.PatientStore;
import org.chartwarden.streams.context.WatchList;
import org.chartwarden.streams.context.Workforce;
import org.chartwarden.streams.decision.Standings;
import org.chartwarden.streams.explain.Surroundings;
import org.chartwarden.streams.habit.Habits;

/** All that one task has on record: of its patients, and of the whole hospital. */
final class PatientFile {

    private final KeyValueStore<String, Patient> patients;
    private final CareStore care;
    private final FamilyNames familyNames;
    private final KnownAccesses known;
    private final Pairs pairs;
    private final Workforce workforce;
    private final WatchList watchList;
    private final Standings standings;
    private final Surroundings surroundings;

    private String newestId;
    private Patient newest;

    PatientFile(ProcessorContext<?, ?> context, DeskConfig config) {
        patients = context.getStateStore(PatientStore.STORE);
        care = new CareStore(context.getStateStore(CareStore.STORE));
        familyNames = new FamilyNames(context.getStateStore(FamilyNames.STORE));
        WindowStore<String, ExplainedAccess> accesses = context.getStateStore(KnownAccesses.STORE);
        known = new KnownAccesses(accesses);
        WindowStore<String, String> entries = context.getStateStore(Pairs.STORE);
        pairs = new Pairs(entries, config.explanations().ownCare());
        workforce = new Workforce(context.getStateStore(Workforce.STORE), config.staff());
        watchList = new WatchList(context.getStateStore(WatchList.STORE));
        standings = new Standings(context.getStateStore(Standings.STORE));
        surroundings = new HospitalSurroundings(workforce, new Habits(context.getStateStore(Habits.STORE)));
    }

    /** What was read for the record before may have been changed by another processor since. */
    void beginRecord() {
        newestId = null;
    }

    /** Reads it once for each record. */
    Optional<Patient> patient(String patientId) {
        if (!patientId.equals(newestId)) {
            newest = patients.get(patientId);
            newestId = patientId;
        }
        return Optional.ofNullable(newest);
    }

    /** @param patient null when the patient is gone */
    void remember(String patientId, Patient patient) {
        patients.put(patientId, patient);
        newestId = null;
    }

    CareStore care() {
        return care;
    }

    FamilyNames familyNames() {
        return familyNames;
    }

    KnownAccesses known() {
        return known;
    }

    Pairs pairs() {
        return pairs;
    }

    Workforce workforce() {
        return workforce;
    }

    WatchList watchList() {
        return watchList;
    }

    Standings standings() {
        return standings;
    }

    Surroundings surroundings() {
        return surroundings;
    }
}
