package org.chartwarden.producers.fhir;

import com.fasterxml.jackson.databind.JsonNode;

/** The releases of FHIR whose AuditEvents are read, and what they call the elements that a refusal may name. */
enum AuditRelease {
    R4("AuditEvent.subtype", "AuditEvent.period.start"),
    R5("AuditEvent.code", "AuditEvent.occurred");

    private final String interactionPath;
    private final String beginPath;

    AuditRelease(String interactionPath, String beginPath) {
        this.interactionPath = interactionPath;
        this.beginPath = beginPath;
    }

    /** R5 says what happened in {@code code} and {@code category}, R4 in {@code type}, which it requires. */
    static AuditRelease of(JsonNode event) {
        return !event.has("type") && (event.has("code") || event.has("category")) ? R5 : R4;
    }

    /** Where the RESTful interaction is told. */
    String interactionPath() {
        return interactionPath;
    }

    /** Where the begin of the act is told. */
    String beginPath() {
        return beginPath;
    }
}
