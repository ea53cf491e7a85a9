package org.chartwarden.producers.fhir;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.Action;
import org.chartwarden.producers.access.DicomEvents;
import org.chartwarden.producers.access.RestInteractions;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Coding;

/**
 * What kind of act an AuditEvent tells of, from its type and subtypes: RESTful interactions as IHE BALP records them,
 * DICOM's event ids and types (PS3.16, CID 400 and 401) and ISO 21089 lifecycle events. Of an R5 event, code and category
 * stand here as subtypes.
 */
final class AuditCategories {

    /** By name, by OID, and left out, as some do; six digits are not mistaken for anything else here. */
    private static final Set<String> DICOM =
            Set.of("http://dicom.nema.org/resources/ontology/DCM", "urn:oid:1.2.840.10008.2.16.4", "");

    private static final String REST = "http://hl7.org/fhir/restful-interaction";
    private static final String LIFECYCLE = "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle";

    private static final Set<String> LIFECYCLE_EXPORT = Set.of("disclose", "extract", "report", "transmit");

    private AuditCategories() {}

    /**
     * The category. A disclosure is one wherever it is said; otherwise the subtypes are more exact than the type, and
     * what was done to a record says more than that it raised an alert.
     *
     * @param aboutPatient whether the event names a patient: an act of an unknown kind on a patient's data then counts
     *     as an opened record, since it is better looked at in vain than not at all
     */
    static AccessCategory of(AuditEvent event, Action action, boolean aboutPatient) {
        List<AccessCategory> found =
                codes(event).flatMap(code -> category(code).stream()).toList();
        if (found.contains(AccessCategory.EXPORT)) {
            return AccessCategory.EXPORT;
        }
        return found.stream()
                .filter(category -> category != AccessCategory.OTHER && category != AccessCategory.SECURITY)
                .findFirst()
                .or(() -> found.stream().filter(AccessCategory.SECURITY::equals).findFirst())
                .orElse(aboutPatient && action != Action.E ? AccessCategory.RECORD : AccessCategory.OTHER);
    }

    /** Whether the event says that a user overrode the protection of a record in an emergency. */
    static boolean emergency(AuditEvent event) {
        return codes(event).anyMatch(code -> isDicom(code) && DicomEvents.emergency(code.getCode()));
    }

    /** The action, where the source left it out and the RESTful interaction or the kind of event tells. */
    static Optional<Action> impliedAction(AuditEvent event) {
        return interaction(event)
                .or(() -> codes(event)
                        .filter(AuditCategories::isDicom)
                        .flatMap(code -> DicomEvents.onlyAction(code.getCode()).stream())
                        .findFirst());
    }

    /** What a RESTful interaction did; empty when the event tells of none. */
    static Optional<Action> interaction(AuditEvent event) {
        return codes(event)
                .filter(code -> REST.equals(code.getSystem()))
                .flatMap(code -> RestInteractions.action(code.getCode()).stream())
                .findFirst();
    }

    private static Stream<Coding> codes(AuditEvent event) {
        return Stream.concat(event.getSubtype().stream(), Stream.of(event.getType()))
                .filter(Predicate.not(coding -> coding.getCode() == null));
    }

    private static Optional<AccessCategory> category(Coding coding) {
        String code = coding.getCode();
        if (LIFECYCLE.equals(coding.getSystem())) {
            return Optional.of(LIFECYCLE_EXPORT.contains(code) ? AccessCategory.EXPORT : AccessCategory.RECORD);
        }
        if (REST.equals(coding.getSystem()) || RestInteractions.isExport(code)) {
            return RestInteractions.category(code);
        }
        return isDicom(coding) ? DicomEvents.category(code) : Optional.empty();
    }

    private static boolean isDicom(Coding coding) {
        return DICOM.contains(Objects.requireNonNullElse(coding.getSystem(), ""));
    }
}
