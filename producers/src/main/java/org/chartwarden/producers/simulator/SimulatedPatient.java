package org.chartwarden.producers.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * A patient of the hospital.
 *
 * @param patientId logical id of the Patient
 * @param name the patient's name
 * @param birthDate date of birth
 * @param kind whether the record is one that curious people look for
 * @param home where the patient lives
 * @param death when the patient died
 * @param label a security label of the record, such as PSY
 */
record SimulatedPatient(
        String patientId,
        PersonName name,
        LocalDate birthDate,
        Kind kind,
        Home home,
        Optional<Instant> death,
        Optional<String> label) {

    enum Kind {
        PLAIN,
        /** On the watch list: {@code meta.security} says CEL. */
        VIP,
        /** The patient works here. */
        COWORKER
    }

    static SimulatedPatient of(String patientId, PersonName name, LocalDate birthDate, Kind kind, Home home) {
        return new SimulatedPatient(patientId, name, birthDate, kind, home, Optional.empty(), Optional.empty());
    }

    /** In completed years; none for who is born later. */
    int ageOn(LocalDate day) {
        return Math.max(0, Period.between(birthDate, day).getYears());
    }

    boolean is(Kind expected) {
        return kind == expected;
    }

    /** Lives, and is neither known nor specially protected. */
    boolean isOrdinary() {
        return kind == Kind.PLAIN && death.isEmpty() && label.isEmpty();
    }

    SimulatedPatient as(Kind other) {
        return new SimulatedPatient(patientId, name, birthDate, other, home, death, label);
    }

    SimulatedPatient named(PersonName other) {
        return new SimulatedPatient(patientId, other, birthDate, kind, home, death, label);
    }

    SimulatedPatient livingAt(Home other) {
        return new SimulatedPatient(patientId, name, birthDate, kind, other, death, label);
    }

    SimulatedPatient deadSince(Instant time) {
        return new SimulatedPatient(patientId, name, birthDate, kind, home, Optional.of(time), label);
    }

    SimulatedPatient labelled(String code) {
        return new SimulatedPatient(patientId, name, birthDate, kind, home, death, Optional.of(code));
    }
}
