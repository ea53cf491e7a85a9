package org.chartwarden.producers.simulator;

import java.util.List;

/** Why a patient is known to the hospital on the simulated day. */
enum StayKind {
    /** Lies in a ward now. */
    INPATIENT("IMP", Department.WARDS),
    /** Comes to the emergency department today. */
    EMERGENCY("EMER", List.of(Department.EMERGENCY)),
    /** Has an appointment today. */
    APPOINTMENT("AMB", Department.CLINICS),
    /** Has an appointment tomorrow or the day after: charts are prepared. */
    UPCOMING("AMB", Department.CLINICS),
    /** Left a ward in the last days: results are followed up. */
    DISCHARGED("IMP", Department.WARDS),
    /** Was here long ago, which explains nothing any more. */
    FORMER("AMB", Department.CLINICS);

    /**
     * Patients take these in turn. The first eight make the VIPs, so that each kind of legitimate care of a VIP occurs
     * whatever the seed.
     */
    static final List<StayKind> TURNS = List.of(
            INPATIENT,
            EMERGENCY,
            APPOINTMENT,
            DISCHARGED,
            INPATIENT,
            DISCHARGED,
            UPCOMING,
            FORMER,
            INPATIENT,
            INPATIENT,
            APPOINTMENT,
            FORMER,
            INPATIENT,
            DISCHARGED,
            INPATIENT,
            FORMER,
            APPOINTMENT,
            INPATIENT,
            UPCOMING,
            FORMER);

    private final String classCode;
    private final List<Department> places;

    StayKind(String classCode, List<Department> places) {
        this.classCode = classCode;
        this.places = places;
    }

    /** Encounter.class, of the code system v3-ActCode. */
    String classCode() {
        return classCode;
    }

    /** The departments where such a stay takes place. */
    List<Department> places() {
        return places;
    }
}
