package org.chartwarden.producers.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chartwarden.producers.simulator.Employment.Leave;

/**
 * A member of staff; or a machine, which has an account too.
 *
 * @param userId logical id of the Practitioner, or of the Device
 * @param name the person's name
 * @param role what the person does
 * @param shift when the person works on the simulated day
 * @param departments where the person works, the main one first; a PractitionerRole each
 * @param home where the person lives
 * @param ownPatientId the person's own record as a patient, if there is one
 * @param employment what the personnel office knows
 */
record StaffMember(
        String userId,
        PersonName name,
        Role role,
        Shift shift,
        List<Department> departments,
        Home home,
        Optional<String> ownPatientId,
        Employment employment) {

    Department department() {
        return departments.get(0);
    }

    boolean owns(String patientId) {
        return ownPatientId.filter(patientId::equals).isPresent();
    }

    StaffMember named(PersonName other) {
        return new StaffMember(userId, other, role, shift, departments, home, ownPatientId, employment);
    }

    StaffMember owning(String patientId) {
        return new StaffMember(userId, name, role, shift, departments, home, Optional.of(patientId), employment);
    }

    /** Works in that shift, and the personnel office knows. */
    StaffMember working(Shift other) {
        return new StaffMember(userId, name, role, other, departments, home, ownPatientId, Employment.USUAL);
    }

    StaffMember employedUntil(Instant end) {
        return employed(new Employment(false, Optional.of(end), Optional.empty()));
    }

    StaffMember onLeave(Instant start, Instant end) {
        return employed(new Employment(false, Optional.empty(), Optional.of(new Leave(start, end))));
    }

    private StaffMember employed(Employment other) {
        return new StaffMember(userId, name, role, shift, departments, home, ownPatientId, other);
    }

    /** Who it is, in words that name nobody: "A nurse of Oncology". */
    String portrait() {
        String words = role.display().toLowerCase(Locale.ROOT);
        String article = "aeiou".indexOf(words.charAt(0)) < 0 ? "A" : "An";
        return "%s %s of %s".formatted(article, words, department().title());
    }
}
