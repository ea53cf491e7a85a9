package org.chartwarden.streams.explain.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.chartwarden.model.Address;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.Patient;
import org.chartwarden.model.Relation;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.streams.context.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationsTest {

    static {
        TrustedClasses.ensure();
    }

    private static final Relation STRANGERS = new Relation(false, null, false, false, null, false);

    private final WorkforceMember.Builder user =
            WorkforceMember.newBuilder().setRecordId("Practitioner/u1").setUserId("u1");
    private final Patient.Builder patient = Patient.newBuilder().setPatientId("p1");

    @Test
    void shouldKnowNothingOfStrangers() {
        assertThat(relation(Optional.of(patient.build()))).isEqualTo(STRANGERS);
        assertThat(relation(Optional.empty())).isEqualTo(STRANGERS);
    }

    @Test
    void shouldRecogniseOneHousehold() {
        user.setFamilyName("Byron").setAddress(home("12 Elm Street"));
        patient.setFamilyName("Byron").setAddress(home("12 Elm St"));

        assertThat(relation(Optional.of(patient.build()))).isEqualTo(new Relation(true, 0.01, true, true, 0, false));
    }

    @ParameterizedTest
    @CsvSource({"RELATED_PERSON, p7, true", "RELATED_PERSON, p8, false", "ENCOUNTER, p7, false"})
    void shouldRecogniseARelativeByTheirOwnRecord(CareKind kind, String relative, boolean expected) {
        user.setPatientId("p7");
        CareEvent kinship = CareEvent.newBuilder()
                .setCareId("RelatedPerson/r1")
                .setPatientId("p1")
                .setKind(kind)
                .setStatus(CareStatus.ACTIVE)
                .setRelatedPatientIds(List.of(relative))
                .build();

        assertThat(relation(Optional.empty(), kinship).getRelated()).isEqualTo(expected);
    }

    private static Address home(String line) {
        return new Address(line, "76001", "Arlen", 52.0, 13.0);
    }

    private Relation relation(Optional<Patient> whose, CareEvent... care) {
        return Relations.of(Person.merged(List.of(user.build())), whose, List.of(care), OptionalDouble.of(0.01));
    }
}
