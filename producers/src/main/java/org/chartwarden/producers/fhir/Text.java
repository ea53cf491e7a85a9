package org.chartwarden.producers.fhir;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.PrimitiveType;

/** Texts and codes out of FHIR's data types. */
final class Text {

    private Text() {}

    static Optional<String> present(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(Predicate.not(String::isEmpty));
    }

    /** The first code, else the words. */
    static Optional<String> codeOrWords(CodeableConcept concept) {
        return codes(concept).findFirst().or(() -> present(concept.getText()));
    }

    static Stream<String> codes(CodeableConcept concept) {
        return codes(concept.getCoding());
    }

    static Stream<String> codes(List<Coding> codings) {
        return codings.stream().map(Coding::getCode).flatMap(code -> present(code).stream());
    }

    /** The official name, else the first; an empty name where there is none. */
    static HumanName name(List<HumanName> names) {
        return names.stream()
                .filter(name -> name.getUse() == HumanName.NameUse.OFFICIAL)
                .findFirst()
                .orElseGet(() -> names.isEmpty() ? new HumanName() : names.get(0));
    }

    static String familyName(HumanName name) {
        return present(name.getFamily()).orElse(null);
    }

    static String givenNames(HumanName name) {
        return present(name.getGiven().stream().map(PrimitiveType::getValue).collect(Collectors.joining(" ")))
                .orElse(null);
    }
}
