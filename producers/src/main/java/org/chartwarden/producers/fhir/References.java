package org.chartwarden.producers.fhir;

import java.util.Optional;
import org.chartwarden.model.Department;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;

/** What a FHIR R4 Reference (2.3.0) says of its target. */
final class References {

    private References() {}

    /** The target's resource type: of a literal reference, else {@code Reference.type}. */
    static Optional<String> type(Reference reference) {
        String literal = new IdType(reference.getReference()).getResourceType();
        return Optional.ofNullable(literal == null ? reference.getType() : literal);
    }

    /**
     * Who or what is meant: the logical id of a literal reference ({@code Patient/p1}, {@code
     * https://ehr.example/fhir/Patient/p1/_history/2} and {@code urn:uuid:…} all have one), else the identifier's
     * value. References into the resource itself ({@code #p1}) and searches ({@code Patient?identifier=7}) name no id.
     */
    static Optional<String> id(Reference reference) {
        String literal = reference.getReference();
        if (literal != null && !literal.startsWith("#") && !literal.contains("?")) {
            return Text.present(new IdType(literal).getIdPart());
        }
        return Text.present(reference.getIdentifier().getValue());
    }

    /** The place that is meant; empty when the reference names no id. */
    static Optional<Department> department(Reference reference) {
        return id(reference)
                .map(id -> Department.newBuilder()
                        .setId(id)
                        .setName(Text.present(reference.getDisplay()).orElse(null))
                        .build());
    }
}
