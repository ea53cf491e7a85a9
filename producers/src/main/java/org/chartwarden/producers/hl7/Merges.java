package org.chartwarden.producers.hl7;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chartwarden.model.Patient;
import org.chartwarden.producers.source.Refusal;

/**
 * Two records of one patient become one (2.5.1, 3.6): the prior one in MRG is replaced by the one in PID. A message may
 * merge several.
 */
final class Merges {

    private static final Set<String> EVENTS = Set.of("A18", "A34", "A36", "A40", "A47");

    private final Hl7Site site;

    Merges(Hl7Site site) {
        this.site = site;
    }

    static boolean isMerge(String event) {
        return EVENTS.contains(event);
    }

    /** The records that are replaced. The survivors are known from their own messages: of them, a merge tells little. */
    List<Patient> of(Hl7Message message) throws Refusal {
        message.required("PID");
        Instant updatedAt = site.updatedAt(message);
        List<Patient> records = new ArrayList<>();
        for (Hl7Message part : message.parts("PID")) {
            Segment prior = part.required("MRG");
            String priorId = site.identifier().in(prior, 1);
            String survivorId = site.patientId(part);
            if (priorId.equals(survivorId)) {
                throw new Refusal(prior.path(1), "is the same record as PID-3; a record cannot replace itself");
            }
            records.add(Patient.newBuilder()
                    .setPatientId(priorId)
                    .setReplacedBy(survivorId)
                    .setVipTold(false)
                    .setUpdatedAt(updatedAt)
                    .build());
        }
        return records;
    }
}
