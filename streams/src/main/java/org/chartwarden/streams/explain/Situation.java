package org.chartwarden.streams.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Patient;
import org.chartwarden.streams.context.Person;

/**
 * An access by a user to a patient's record, with what is on record of both.
 *
 * @param user who acted; becomes the person with the departments and roles of the access's time
 * @param patient empty when the patient feed does not know the patient
 * @param care of the patient, of all kinds, without what was cancelled
 * @param earlierCare id of the user's newest earlier access to this patient that care on record explained, if it is
 *     recent enough
 * @param othersByUser the user's other accesses to this patient within an hour to both sides
 * @param familyNameShare which share of the other patients bears the user's family name, from 0 to 1; empty when too
 *     few patients are known
 * @param patientUserId the patient is this member of the workforce
 * @param watchCodes why the patient was on a watch list at that time; empty when on none
 */
public record Situation(
        AccessEvent access,
        Person user,
        Optional<Patient> patient,
        List<CareEvent> care,
        Optional<String> earlierCare,
        List<AccessEvent> othersByUser,
        OptionalDouble familyNameShare,
        Optional<String> patientUserId,
        Set<String> watchCodes,
        Surroundings surroundings) {

    /** v3-ActCode: a celebrity, and any other very important person. */
    private static final Set<String> VIP = Set.of("VIP", "CEL");

    public Situation {
        user = user.at(access.getTime());
        care = List.copyOf(care);
        othersByUser = List.copyOf(othersByUser);
        watchCodes = Set.copyOf(watchCodes);
    }

    /** The record itself is marked, or the patient was on a list as one. */
    boolean isVip() {
        return patient.map(Patient::getVip).orElse(false) || watchCodes.stream().anyMatch(VIP::contains);
    }

    /** How sensitive the record is: the labels that it bears itself, then those of watch lists, each once. */
    List<String> securityLabels() {
        return Stream.concat(
                        patient.stream().flatMap(record -> record.getSecurityLabels().stream()),
                        watchCodes.stream().filter(code -> !VIP.contains(code)).sorted())
                .distinct()
                .toList();
    }
}
