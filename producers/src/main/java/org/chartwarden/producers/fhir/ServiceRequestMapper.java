package org.chartwarden.producers.fhir;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** FHIR R4 ServiceRequest (12.20) to {@link CareEvent}: an order or a referral. */
final class ServiceRequestMapper {

    private static final String SNOMED = "http://snomed.info/sct";

    /** Of the categories that FHIR proposes, those whose work is done by people who never see the patient. */
    private static final Map<String, CareKind> KINDS = Map.of(
            "108252007", CareKind.LABORATORY, // laboratory procedure
            "363679005", CareKind.IMAGING,
            "3457005", CareKind.REFERRAL); // patient referral

    private ServiceRequestMapper() {}

    static CareEvent map(ServiceRequest request, ZoneId zone) throws Refusal {
        Span span = Span.of(request.getOccurrence(), zone, "ServiceRequest.occurrence")
                .with(request.getAuthoredOnElement(), zone, "ServiceRequest.authoredOn");
        return Care.of(request, kind(request), request.getSubject(), "ServiceRequest.subject")
                .setStatus(status(request, span))
                .setDepartments(References.departments(
                        request.getLocationReference(),
                        References.ofType(request.getPerformer(), References.ORGANIZATION)))
                .setPractitionerIds(References.practitionerIds(request.getPerformer()))
                .setRequesterIds(References.practitionerIds(List.of(request.getRequester())))
                .setStart(span.start())
                .setEnd(span.end())
                .build();
    }

    /** By the first category that is known here. */
    private static CareKind kind(ServiceRequest request) {
        return request.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .filter(coding -> SNOMED.equals(coding.getSystem()) && coding.getCode() != null)
                .map(coding -> KINDS.get(coding.getCode()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(CareKind.ORDER);
    }

    private static CareStatus status(ServiceRequest request, Span span) throws Refusal {
        ServiceRequestStatus status = Care.status(request.getStatus(), "ServiceRequest.status", "active or completed");
        return switch (status) {
            case DRAFT -> CareStatus.PLANNED;
            case ACTIVE, ONHOLD -> CareStatus.ACTIVE;
            case COMPLETED -> CareStatus.FINISHED;
            case REVOKED, ENTEREDINERROR -> CareStatus.CANCELLED;
            case UNKNOWN, NULL -> span.end() == null ? CareStatus.ACTIVE : CareStatus.FINISHED;
        };
    }
}
