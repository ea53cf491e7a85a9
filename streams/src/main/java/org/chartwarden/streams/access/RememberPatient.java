package org.chartwarden.streams.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Moved;
import org.chartwarden.model.Patient;
import org.chartwarden.streams.access.Merges.Hop;
import org.chartwarden.streams.context.PatientVersions;

/**
 * A patient's record arrives, changed or is gone (a tombstone): the known accesses are explained anew. One that was merged
 * into another takes all care and all accesses of the horizon there.
 */
final class RememberPatient extends PatientProcessor<Patient> {

    RememberPatient(DeskConfig config) {
        super(config);
    }

    @Override
    public void process(Record<String, Patient> record) {
        String patientId = record.key();
        Patient before = file().patient(patientId).orElse(null);
        Patient now = PatientVersions.together(record.value(), before);
        file().remember(patientId, now);
        if (Objects.equals(says(before), says(now))) {
            return;
        }
        file().familyNames().replace(before, now);
        Sending sending = sending(record);
        Optional<Hop> hop = hop(patientId, List.of());
        if (hop.isPresent()) {
            moveAll(patientId, hop.get(), sending);
        } else {
            desk(sending).again(patientId);
        }
    }

    /** That its source touched a record says nothing new. */
    private static Patient says(Patient patient) {
        return patient == null
                ? null
                : Patient.newBuilder(patient).setUpdatedAt(null).build();
    }

    private void moveAll(String patientId, Hop hop, Sending sending) {
        for (CareEvent care : file().care().all(patientId)) {
            file().care().forget(patientId, care);
            sending.moves(hop, Moved.newBuilder().setCare(care));
        }
        Desk desk = desk(sending);
        for (ExplainedAccess known : desk.known(patientId)) {
            desk.forget(patientId, known.getAccess());
            ExplainedAccess leaving = ExplainedAccess.newBuilder(known)
                    .setRevision(known.getRevision() + 1)
                    .setMergedInto(hop.to())
                    .build();
            // Under the old key, where whoever judges the patient's story takes the access out of it.
            sending.explained(leaving);
            sending.moves(hop, Moved.newBuilder().setAccess(leaving.getAccess()).setRevision(leaving.getRevision()));
        }
    }
}
