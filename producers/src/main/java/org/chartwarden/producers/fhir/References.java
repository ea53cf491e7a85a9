package org.chartwarden.producers.fhir;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.chartwarden.model.Department;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;

/** What a FHIR R4 Reference (2.3.0) says of its target. */
final class References {

    static final String PATIENT = "Patient";
    static final String LOCATION = "Location";
    static final String ORGANIZATION = "Organization";
    static final String DEVICE = "Device";

    private static final String PRACTITIONER = "Practitioner";
    private static final String PRACTITIONER_ROLE = "PractitionerRole";

    private static final String URN = "urn:uuid:";

    private References() {}

    /** The target's resource type: of a literal reference, else {@code Reference.type}. */
    static Optional<String> type(Reference reference) {
        String literal = new IdType(reference.getReference()).getResourceType();
        return Optional.ofNullable(literal == null ? reference.getType() : literal);
    }

    /**
     * Who or what is meant: the logical id of a literal reference ({@code Patient/p1}, {@code
     * https://ehr.example/fhir/Patient/p1/_history/2} and {@code urn:uuid:p1}, by which a Bundle refers to its own entries,
     * all have one), else the identifier's
     * value. References into the resource itself ({@code #p1}) and searches ({@code Patient?identifier=7}) name no id.
     */
    static Optional<String> id(Reference reference) {
        String literal = reference.getReference();
        if (literal != null && !literal.startsWith("#") && !literal.contains("?")) {
            return Text.present(
                    literal.startsWith(URN) ? literal.substring(URN.length()) : new IdType(literal).getIdPart());
        }
        return Text.present(reference.getIdentifier().getValue());
    }

    /** Those that say that their target is of the type. */
    static List<Reference> ofType(Collection<Reference> references, String type) {
        return references.stream()
                .filter(reference -> type(reference).filter(type::equals).isPresent())
                .toList();
    }

    /**
     * The patient who is meant.
     *
     * @param path the element that refers to the patient
     * @throws Refusal when it names no id, or something else than a patient, such as a Group
     */
    static String patientId(Reference reference, String path) throws Refusal {
        return id(reference)
                .filter(id -> mayBe(PATIENT, reference))
                .orElseThrow(() ->
                        new Refusal(path, "does not identify a patient; a reference such as Patient/123 is required"));
    }

    /**
     * Which person is meant: as {@link #id}, but the logical id of a PractitionerRole is nobody's user id and might by
     * chance be equal to one, so that of a role only the identifier counts.
     */
    static Optional<String> personId(Reference reference) {
        return type(reference).filter(PRACTITIONER_ROLE::equals).isPresent()
                ? Text.present(reference.getIdentifier().getValue())
                : id(reference);
    }

    /** The people of the workforce among those who are meant, each once; no RelatedPerson and no CareTeam is one. */
    static List<String> practitionerIds(Collection<Reference> references) {
        return references.stream()
                .filter(reference -> mayBe(PRACTITIONER, reference) || mayBe(PRACTITIONER_ROLE, reference))
                .flatMap(reference -> personId(reference).stream())
                .distinct()
                .toList();
    }

    /** The places where something happens: the locations, and the organizations only where there are none. */
    static List<Department> departments(Collection<Reference> locations, Collection<Reference> organizations) {
        List<Department> places = departments(locations);
        return places.isEmpty() ? departments(organizations) : places;
    }

    private static List<Department> departments(Collection<Reference> references) {
        return references.stream()
                .flatMap(reference -> department(reference).stream())
                .distinct()
                .toList();
    }

    private static Optional<Department> department(Reference reference) {
        return id(reference)
                .map(id -> Department.newBuilder()
                        .setId(id)
                        .setName(Text.present(reference.getDisplay()).orElse(null))
                        .build());
    }

    /** An identifier alone, and a {@code urn:uuid:…}, tell no type. */
    private static boolean mayBe(String type, Reference reference) {
        return type(reference).map(type::equals).orElse(true);
    }
}
