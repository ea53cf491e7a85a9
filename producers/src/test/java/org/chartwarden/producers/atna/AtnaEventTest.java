package org.chartwarden.producers.atna;

import static org.assertj.core.api.Assertions.assertThat;

import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each event of the standard, as docs/sources.md lists them. */
class AtnaEventTest {

    private static final String MESSAGE = """
            <AuditMessage>
              <EventIdentification %s EventDateTime="2026-03-02T09:30:00Z" EventOutcomeIndicator="0">
                <EventID csd-code="%s" codeSystemName="DCM" originalText="event"/>%s
              </EventIdentification>
              <ActiveParticipant UserID="smith" UserIsRequestor="true"/>
              <AuditSourceIdentification AuditSourceID="emr-3"/>%s
            </AuditMessage>
            """;
    private static final String PATIENT = "<ParticipantObjectIdentification ParticipantObjectID='p7'"
            + " ParticipantObjectTypeCode='1' ParticipantObjectTypeCodeRole='1'/>";

    @ParameterizedTest
    @CsvSource({
        "110100, 110120, , E, OTHER",
        "110100, 110121, , E, OTHER",
        "110101, , , R, OTHER",
        "110102, , p, E, OTHER",
        "110103, , p, R, RECORD",
        "110104, , p, R, EXPORT",
        "110105, , p, D, RECORD",
        "110106, , p, R, EXPORT",
        "110107, , p, C, RECORD",
        "110108, 110124, , E, OTHER",
        "110108, 110125, , E, OTHER",
        "110109, , p, C, RECORD",
        "110110, , p, R, RECORD",
        "110111, , p, U, RECORD",
        "110112, , , E, SEARCH",
        "110112, ITI-18, p, E, SEARCH",
        "110114, 110122, , E, AUTHENTICATION",
        "110114, 110123, , E, AUTHENTICATION",
        "110113, 110126, , E, SECURITY",
        "110113, 110127, , E, SECURITY",
        "110113, 110128, , E, SECURITY",
        "110113, 110129, , E, SECURITY",
        "110113, 110130, , E, SECURITY",
        "110113, 110131, , E, SECURITY",
        "110113, 110132, , E, SECURITY",
        "110113, 110133, , E, SECURITY",
        "110113, 110134, , E, SECURITY",
        "110113, 110135, , E, SECURITY",
        "110113, 110136, , E, SECURITY",
        "110113, 110137, , E, SECURITY",
        "110113, 110138, , E, SECURITY",
        "110113, 110139, , E, SECURITY",
        "110113, 110140, , E, SECURITY",
        "110113, 110141, , E, SECURITY",
        "110113, 110142, , E, SECURITY",
        "110113, 110143, , E, AUTHENTICATION",
        "110113, 110144, , E, SECURITY",
        "110114, 110145, , E, AUTHENTICATION",
        "110110, 110127, p, R, RECORD",
        "110110, 110147, p, R, RECORD",
        "110100, 110120, p, R, RECORD",
        "IHE0001, , p, R, RECORD",
        "IHE0002, , p, C, RECORD",
        "IHE0003, , p, C, RECORD",
        "IHE0004, , p, U, RECORD",
        "IHE0005, , p, U, RECORD",
        "IHE0006, , p, R, EXPORT",
        "rest, read, p, R, RECORD",
        "rest, search, p, E, SEARCH",
        "rest, search-system, p, E, SEARCH",
        "rest, history-instance, p, R, RECORD",
        "rest, $export, p, E, EXPORT",
        "local, , p, R, RECORD",
        "local, , p, E, OTHER",
        "local, , , R, OTHER"
    })
    void shouldTellTheKindOfEachEvent(String id, String type, String patient, Action action, AccessCategory category)
            throws Refusal {
        AccessEvent access = AtnaSamples.read(message("EventActionCode='" + action + "'", id, type, patient));

        assertThat(access.getCategory()).isEqualTo(category);
        assertThat(access.getAction()).isEqualTo(action);
        assertThat(access.getPatientId()).isEqualTo(patient == null ? null : "p7");
    }

    @ParameterizedTest
    @CsvSource({
        "110100, 110120, E",
        "110101, , R",
        "110102, , E",
        "110105, , D",
        "110106, , R",
        "110107, , C",
        "110108, 110124, E",
        "110112, , E",
        "110113, 110136, E",
        "110114, 110122, E",
        "110110, update, U",
        "rest, search-compartment, E",
        "rest, history, R",
        "rest, operation, E"
    })
    void shouldKnowTheActionOfAnEventThatHasButOne(String id, String type, Action action) throws Refusal {
        assertThat(AtnaSamples.read(message("", id, type, null)).getAction()).isEqualTo(action);
    }

    @ParameterizedTest
    @CsvSource({
        "110113, 110127, p, true",
        "110113, 110127, , false",
        "110110, 110127, p, true",
        "110113, 110138, p, false"
    })
    void shouldTakeADeclaredEmergencyOnlyBesideAPatient(String id, String type, String patient, boolean emergency)
            throws Refusal {
        AccessEvent access = AtnaSamples.read(message("EventActionCode='E'", id, type, patient));

        assertThat(access.getEmergency()).isEqualTo(emergency);
    }

    private static String message(String action, String id, String type, String patient) {
        String types = type == null ? "" : "<EventTypeCode csd-code='" + type + "'/>";
        return MESSAGE.formatted(action, id, types, patient == null ? "" : PATIENT);
    }
}
