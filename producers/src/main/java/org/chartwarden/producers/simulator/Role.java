package org.chartwarden.producers.simulator;

/** What a member of staff does: a code of HL7's practitioner-role code system where that has one. */
enum Role {
    PHYSICIAN("doctor", "Doctor"),
    NURSE("nurse", "Nurse"),
    THERAPIST("physio", "Physiotherapist"),
    PHARMACIST("pharmacist", "Pharmacist"),
    LABORATORY_TECHNICIAN("laboratory technician", "Laboratory technician"),
    CODER("medical coder", "Medical coder"),
    REGISTRATION_CLERK("registration clerk", "Registration clerk"),
    DIETICIAN("dietician", "Dietician"),
    /** A scanner or another medical device. */
    MODALITY("modality", "Medical device"),
    /** A service account. */
    SOFTWARE("software", "Service account");

    static final String SYSTEM = "http://terminology.hl7.org/CodeSystem/practitioner-role";

    private static final String LOCAL_SYSTEM = "https://hospital.example/role";

    private final String code;
    private final String display;

    Role(String code, String display) {
        this.code = code;
        this.display = display;
    }

    String system() {
        return ordinal() <= PHARMACIST.ordinal() ? SYSTEM : LOCAL_SYSTEM;
    }

    String code() {
        return code;
    }

    String display() {
        return display;
    }

    boolean human() {
        return this != MODALITY && this != SOFTWARE;
    }
}
