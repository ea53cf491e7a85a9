package org.chartwarden.producers.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A member of staff.
 *
 * @param userId logical id of the Practitioner
 * @param name the person's name
 * @param role what the person does
 * @param shift when the person works on the simulated day
 * @param departments where the person works, the main one first; a PractitionerRole each
 * @param ownPatientId the person's own record as a patient, if there is one
 */
record StaffMember(
        String userId,
        PersonName name,
        Role role,
        Shift shift,
        List<Department> departments,
        Optional<String> ownPatientId) {

    Department department() {
        return departments.get(0);
    }

    boolean owns(String patientId) {
        return ownPatientId.filter(patientId::equals).isPresent();
    }

    /** Who it is, in words that name nobody: "A nurse of Oncology (night)". */
    String portrait() {
        return "A %s of %s (%s)".formatted(lower(role), department().title(), lower(shift));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
