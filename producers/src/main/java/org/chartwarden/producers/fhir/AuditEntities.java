package org.chartwarden.producers.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.Reference;

/** What an act was done on, by IHE BALP 1.1: the patient, the data, the encounter, the HTTP request. */
final class AuditEntities {

    private static final String ENCOUNTER = "Encounter";
    private static final String PATIENT_ROLE = "1";
    private static final String REQUEST_ID = "XrequestId";

    private final List<AuditEventEntityComponent> entities;

    AuditEntities(AuditEvent event) {
        this.entities = event.getEntity();
    }

    /**
     * The patient: the entity in the role of the patient, else the one that refers to a Patient.
     *
     * @throws Refusal when a patient is there but not identified, or when there are several: BALP records one
     *     AuditEvent for each, and to choose one would hide an access to the others
     */
    Optional<String> patientId() throws Refusal {
        boolean byRole = entities.stream().anyMatch(AuditEntities::inPatientRole);
        Set<String> ids = new TreeSet<>();
        for (int index = 0; index < entities.size(); index++) {
            AuditEventEntityComponent entity = entities.get(index);
            if (byRole ? inPatientRole(entity) : refersTo(References.PATIENT, entity)) {
                String path = "AuditEvent.entity[" + index + "].what";
                ids.add(References.id(entity.getWhat())
                        .orElseThrow(() -> new Refusal(
                                path,
                                "does not identify the patient; a reference such as Patient/123 or an identifier is"
                                        + " required")));
            }
        }
        if (ids.size() > 1) {
            throw new Refusal(
                    "AuditEvent.entity",
                    "names " + ids.size() + " patients; one AuditEvent for each patient is required (IHE BALP)");
        }
        return ids.stream().findFirst();
    }

    Optional<String> encounterId() {
        return ofType(ENCOUNTER).flatMap(References::id);
    }

    /** What was touched besides the patient as such; an encounter is the context, unless it is all there is. */
    Optional<Reference> object() {
        return others().filter(what -> !isOf(ENCOUNTER, what)).findFirst().or(() -> ofType(ENCOUNTER));
    }

    /** The reference to the patient as a resource, where it is one. */
    Optional<Reference> patientResource() {
        return entities.stream()
                .filter(AuditEntities::inPatientRole)
                .map(AuditEventEntityComponent::getWhat)
                .filter(what -> isOf(References.PATIENT, what))
                .findFirst();
    }

    /** X-Request-Id of the HTTP interaction. */
    Optional<String> requestId() {
        return entities.stream()
                .filter(entity -> REQUEST_ID.equals(entity.getType().getCode()))
                .flatMap(entity -> Text.present(entity.getWhat().getIdentifier().getValue()).stream())
                .findFirst();
    }

    /** How sensitive what was touched is: codes, each once. */
    List<String> securityLabels() {
        return entities.stream()
                .flatMap(entity -> Text.codes(entity.getSecurityLabel()))
                .distinct()
                .toList();
    }

    /** What was searched by: names, each once. */
    List<String> queryParameters() {
        return entities.stream()
                .flatMap(entity -> QueryParameters.names(entity.getQuery()))
                .distinct()
                .toList();
    }

    private Optional<Reference> ofType(String type) {
        return others().filter(what -> isOf(type, what)).findFirst();
    }

    private Stream<Reference> others() {
        return entities.stream()
                .filter(entity -> !inPatientRole(entity))
                .map(AuditEventEntityComponent::getWhat)
                .filter(what -> References.type(what).isPresent());
    }

    private static boolean inPatientRole(AuditEventEntityComponent entity) {
        return PATIENT_ROLE.equals(entity.getRole().getCode());
    }

    private static boolean refersTo(String type, AuditEventEntityComponent entity) {
        return isOf(type, entity.getWhat());
    }

    private static boolean isOf(String type, Reference what) {
        return References.type(what).filter(type::equals).isPresent();
    }
}
