package org.chartwarden.producers.fhir;

import java.time.ZoneId;
import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;

/** FHIR R4 MedicationRequest (11.1) to {@link CareEvent}: a prescription, from its writing to the end of its validity. */
final class MedicationRequestMapper {

    private MedicationRequestMapper() {}

    static CareEvent map(MedicationRequest request, ZoneId zone) throws Refusal {
        Span validity = Span.of(
                        request.getDispenseRequest().getValidityPeriod(),
                        zone,
                        "MedicationRequest.dispenseRequest.validityPeriod")
                .with(request.getAuthoredOnElement(), zone, "MedicationRequest.authoredOn");
        List<Reference> performer = List.of(request.getPerformer());
        return Care.of(request, CareKind.MEDICATION, request.getSubject(), "MedicationRequest.subject")
                .setStatus(status(request, validity))
                .setDepartments(
                        References.departments(List.of(), References.ofType(performer, References.ORGANIZATION)))
                .setPractitionerIds(References.practitionerIds(performer))
                .setRequesterIds(References.practitionerIds(List.of(request.getRequester())))
                .setStart(validity.start())
                .setEnd(validity.end())
                .build();
    }

    private static CareStatus status(MedicationRequest request, Span validity) throws Refusal {
        MedicationRequestStatus status =
                Care.status(request.getStatus(), "MedicationRequest.status", "active or completed");
        return switch (status) {
            case DRAFT -> CareStatus.PLANNED;
            case ACTIVE, ONHOLD -> CareStatus.ACTIVE;
            case COMPLETED, STOPPED -> CareStatus.FINISHED;
            case CANCELLED, ENTEREDINERROR -> CareStatus.CANCELLED;
            case UNKNOWN, NULL -> validity.end() == null ? CareStatus.ACTIVE : CareStatus.FINISHED;
        };
    }
}
