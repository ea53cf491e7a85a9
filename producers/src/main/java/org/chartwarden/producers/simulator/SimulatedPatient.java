package org.chartwarden.producers.simulator;

import java.time.LocalDate;
import java.time.Period;

/**
 * A patient of the hospital.
 *
 * @param patientId logical id of the Patient
 * @param name the patient's name
 * @param birthDate date of birth
 * @param kind whether the record is one that curious people look for
 */
record SimulatedPatient(String patientId, PersonName name, LocalDate birthDate, Kind kind) {

    enum Kind {
        PLAIN,
        /** On the watch list: {@code meta.security} says CEL. */
        VIP,
        /** The patient works here. */
        COWORKER
    }

    /** In completed years; none for who is born later. */
    int ageOn(LocalDate day) {
        return Math.max(0, Period.between(birthDate, day).getYears());
    }

    boolean is(Kind expected) {
        return kind == expected;
    }
}
