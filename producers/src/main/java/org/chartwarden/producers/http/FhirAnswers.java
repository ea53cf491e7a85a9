package org.chartwarden.producers.http;

import ca.uhn.fhir.context.FhirContext;
import io.javalin.http.Context;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;

/** How is answered, as FHIR R4 has it (3.1.0). Answers name elements and never quote what was sent. */
final class FhirAnswers {

    private static final String KEPT =
            ". The bytes are kept in the dead-letter topic; do not send them again unchanged.";

    private final FhirContext context = FhirContext.forR4Cached();

    /** Of what was kept although it could not be understood. */
    static OperationOutcome outcome(Refusal refusal) {
        OperationOutcome outcome = outcome(IssueType.INVALID, refusal.getMessage() + KEPT);
        refusal.path().ifPresent(path -> outcome.getIssueFirstRep().addExpression(path));
        return outcome;
    }

    static OperationOutcome outcome(IssueType type, String diagnostics) {
        return outcome(IssueSeverity.ERROR, type, diagnostics);
    }

    /** Of what was understood, and changes nothing here. */
    static OperationOutcome notNeeded() {
        return outcome(
                IssueSeverity.INFORMATION,
                IssueType.INFORMATIONAL,
                "Understood, and of a kind that is not needed here: nothing was stored.");
    }

    private static OperationOutcome outcome(IssueSeverity severity, IssueType type, String diagnostics) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(severity).setCode(type).setDiagnostics(diagnostics);
        return outcome;
    }

    void answer(Context http, int status, Resource resource) {
        http.status(status)
                .contentType(MediaTypes.FHIR_JSON)
                .result(context.newJsonParser().encodeResourceToString(resource));
    }

    void answer(Context http, Rejection rejection) {
        rejection.headers().forEach(http::header);
        answer(http, rejection.status(), outcome(rejection.type(), rejection.getMessage()));
    }
}
