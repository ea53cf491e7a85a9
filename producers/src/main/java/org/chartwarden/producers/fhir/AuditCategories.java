package org.chartwarden.producers.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.Action;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Coding;

/**
 * What kind of act an AuditEvent tells of, from its type and subtypes: RESTful interactions as IHE BALP records them,
 * DICOM's event ids (PS3.16, CID 400) and ISO 21089 lifecycle events.
 */
final class AuditCategories {

    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String REST = "http://hl7.org/fhir/restful-interaction";
    private static final String LIFECYCLE = "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle";

    private static final Set<String> REST_RECORD =
            Set.of("read", "vread", "history", "history-instance", "create", "update", "patch", "delete");
    private static final Set<String> REST_SEARCH =
            Set.of("search", "search-type", "search-system", "search-compartment", "history-type", "history-system");
    private static final Set<String> LIFECYCLE_EXPORT = Set.of("disclose", "extract", "report", "transmit");

    /** Of DICOM's event ids, those that are not {@link AccessCategory#OTHER}. */
    private static final Map<String, AccessCategory> DICOM_EVENTS = Map.ofEntries(
            Map.entry("110103", AccessCategory.RECORD), // DICOM instances accessed
            Map.entry("110104", AccessCategory.EXPORT), // DICOM instances transferred
            Map.entry("110105", AccessCategory.RECORD), // DICOM study deleted
            Map.entry("110106", AccessCategory.EXPORT), // export
            Map.entry("110107", AccessCategory.RECORD), // import
            Map.entry("110109", AccessCategory.RECORD), // order record
            Map.entry("110110", AccessCategory.RECORD), // patient record
            Map.entry("110111", AccessCategory.RECORD), // procedure record
            Map.entry("110112", AccessCategory.SEARCH), // query
            Map.entry("110114", AccessCategory.AUTHENTICATION), // user authentication
            Map.entry("110122", AccessCategory.AUTHENTICATION), // login
            Map.entry("110123", AccessCategory.AUTHENTICATION)); // logout

    private AuditCategories() {}

    /**
     * The category. A disclosure is one wherever it is said; otherwise the subtypes are more exact than the type.
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
                .findFirst()
                .orElse(aboutPatient && action != Action.E ? AccessCategory.RECORD : AccessCategory.OTHER);
    }

    /** The action, where the source left it out and the RESTful interaction tells. */
    static Optional<Action> impliedAction(AuditEvent event) {
        return codes(event)
                .filter(code -> REST.equals(code.getSystem()))
                .flatMap(code -> action(code.getCode()).stream())
                .findFirst();
    }

    private static Stream<Coding> codes(AuditEvent event) {
        return Stream.concat(event.getSubtype().stream(), Stream.of(event.getType()))
                .filter(Predicate.not(coding -> coding.getCode() == null));
    }

    private static Optional<AccessCategory> category(Coding coding) {
        String code = coding.getCode();
        if (DICOM.equals(coding.getSystem())) {
            return Optional.ofNullable(DICOM_EVENTS.get(code));
        }
        if (LIFECYCLE.equals(coding.getSystem())) {
            return Optional.of(LIFECYCLE_EXPORT.contains(code) ? AccessCategory.EXPORT : AccessCategory.RECORD);
        }
        // FHIR operations have no code system: servers name them as they are called.
        if (code.toLowerCase(Locale.ROOT).equals("$export")) {
            return Optional.of(AccessCategory.EXPORT);
        }
        return REST.equals(coding.getSystem()) ? interaction(code) : Optional.empty();
    }

    private static Optional<AccessCategory> interaction(String code) {
        if (REST_RECORD.contains(code)) {
            return Optional.of(AccessCategory.RECORD);
        }
        return REST_SEARCH.contains(code) ? Optional.of(AccessCategory.SEARCH) : Optional.empty();
    }

    private static Optional<Action> action(String interaction) {
        return Optional.ofNullable(
                switch (interaction) {
                    case "create" -> Action.C;
                    case "read", "vread", "history", "history-instance" -> Action.R;
                    case "update", "patch" -> Action.U;
                    case "delete" -> Action.D;
                    default -> REST_SEARCH.contains(interaction) || interaction.equals("operation") ? Action.E : null;
                });
    }
}
