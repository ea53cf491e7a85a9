package org.chartwarden.producers.http;

import java.util.Optional;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.producers.source.Delivery.Delivered;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.OperationOutcome;

/**
 * What became of one resource.
 *
 * @param status of HTTP
 * @param location where something new is, relative to the base and so to the path it was posted to; else empty
 * @param outcome what is said beside the status
 * @param delivered empty when it was not let in
 */
record Taken(int status, Optional<String> location, Optional<OperationOutcome> outcome, Optional<Delivered> delivered) {

    /** Of an AuditEvent the location is its eventId, which is the same for the same act. */
    static Taken of(Delivered delivered, ResourceKey key) {
        return switch (delivered.fate()) {
            case DEAD_LETTERED ->
                new Taken(400, Optional.empty(), delivered.refusal().map(FhirAnswers::outcome), Optional.of(delivered));
            case IGNORED ->
                new Taken(200, Optional.empty(), Optional.of(FhirAnswers.notNeeded()), Optional.of(delivered));
            case PRODUCED ->
                new Taken(
                        key.isUpdate() ? 200 : 201,
                        accessId(delivered).or(() -> newId(key)),
                        Optional.empty(),
                        Optional.of(delivered));
        };
    }

    static Taken rejected(Rejection rejection) {
        return new Taken(
                rejection.status(),
                Optional.empty(),
                Optional.of(FhirAnswers.outcome(rejection.type(), rejection.getMessage())),
                Optional.empty());
    }

    private static Optional<String> accessId(Delivered delivered) {
        return delivered.sent().stream()
                .map(record -> record.value() instanceof AccessEvent access ? access.getEventId() : null)
                .flatMap(id -> Optional.ofNullable(id).stream())
                .map(id -> "AuditEvent/" + id)
                .findFirst();
    }

    private static Optional<String> newId(ResourceKey key) {
        return key.id().filter(id -> !key.isUpdate()).map(id -> key.type() + "/" + id);
    }

    /** As an entry of a batch-response or transaction-response (FHIR R4, 3.1.0.11.2). */
    BundleEntryResponseComponent entry() {
        BundleEntryResponseComponent response = new BundleEntryResponseComponent().setStatus(status + " " + phrase());
        location.ifPresent(response::setLocation);
        outcome.ifPresent(response::setOutcome);
        return response;
    }

    private String phrase() {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 403 -> "Forbidden";
            default -> "Bad Request";
        };
    }
}
