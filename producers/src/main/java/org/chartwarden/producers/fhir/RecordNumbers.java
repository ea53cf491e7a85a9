package org.chartwarden.producers.fhir;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;

/** The medical record numbers among identifiers: type MR of v2-0203, valued as the {@code Patient.id}. */
final class RecordNumbers {

    private static final String IDENTIFIER_TYPE = "http://terminology.hl7.org/CodeSystem/v2-0203";
    private static final String MEDICAL_RECORD = "MR";

    private RecordNumbers() {}

    /** Each once, in the source's order. */
    static Stream<String> of(List<Identifier> identifiers) {
        return identifiers.stream()
                .filter(identifier -> identifier.getType().hasCoding(IDENTIFIER_TYPE, MEDICAL_RECORD))
                .flatMap(identifier -> Text.present(identifier.getValue()).stream())
                .distinct();
    }
}
