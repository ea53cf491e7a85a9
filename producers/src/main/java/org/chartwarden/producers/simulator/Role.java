package org.chartwarden.producers.simulator;

/** What a member of staff does: a code of HL7's practitioner-role code system. */
enum Role {
    PHYSICIAN("doctor", "Doctor"),
    NURSE("nurse", "Nurse"),
    THERAPIST("physio", "Physiotherapist");

    static final String SYSTEM = "http://terminology.hl7.org/CodeSystem/practitioner-role";

    private final String code;
    private final String display;

    Role(String code, String display) {
        this.code = code;
        this.display = display;
    }

    String code() {
        return code;
    }

    String display() {
        return display;
    }
}
