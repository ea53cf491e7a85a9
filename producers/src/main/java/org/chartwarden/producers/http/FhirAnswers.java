package org.chartwarden.producers.http;

import ca.uhn.fhir.context.FhirContext;
import io.javalin.http.Context;
import java.util.List;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.producers.source.Delivery.Delivered;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;

/** What is answered, as FHIR R4 has it (3.1.0). Answers name elements and never quote what was sent. */
final class FhirAnswers {

    static final String FHIR_JSON = "application/fhir+json";

    private static final String KEPT =
            ". The bytes are kept in the dead-letter topic; do not send them again unchanged.";

    private final FhirContext context = FhirContext.forR4Cached();

    /** Where a stored event is: under its id, which is the same for the same act. */
    static String location(Delivered delivered) {
        return delivered.sent().stream()
                .map(Outgoing::value)
                .filter(AccessEvent.class::isInstance)
                .map(value -> "AuditEvent/" + ((AccessEvent) value).getEventId())
                .findFirst()
                .orElseThrow();
    }

    static OperationOutcome outcome(Refusal refusal) {
        OperationOutcome outcome = outcome(IssueType.INVALID, refusal.getMessage() + KEPT);
        refusal.path().ifPresent(path -> outcome.getIssueFirstRep().addExpression(path));
        return outcome;
    }

    static OperationOutcome outcome(IssueType type, String diagnostics) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(type).setDiagnostics(diagnostics);
        return outcome;
    }

    /** One entry for each that was sent, in the same order. */
    static Bundle batchResponse(List<Delivered> entries) {
        Bundle answer = new Bundle().setType(BundleType.BATCHRESPONSE);
        entries.forEach(entry -> answer.addEntry().setResponse(response(entry)));
        return answer;
    }

    private static BundleEntryResponseComponent response(Delivered entry) {
        BundleEntryResponseComponent response = new BundleEntryResponseComponent();
        entry.refusal()
                .ifPresentOrElse(
                        refusal -> response.setStatus("400 Bad Request").setOutcome(outcome(refusal)),
                        () -> response.setStatus("201 Created").setLocation(location(entry)));
        return response;
    }

    void answer(Context http, int status, Resource resource) {
        http.status(status)
                .contentType(FHIR_JSON)
                .result(context.newJsonParser().encodeResourceToString(resource));
    }
}
