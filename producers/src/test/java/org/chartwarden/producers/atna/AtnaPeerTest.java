package org.chartwarden.producers.atna;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Outcome;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openehealth.ipf.commons.audit.codes.EventActionCode;
import org.openehealth.ipf.commons.audit.codes.EventIdCode;
import org.openehealth.ipf.commons.audit.codes.EventOutcomeIndicator;
import org.openehealth.ipf.commons.audit.codes.EventTypeCode;
import org.openehealth.ipf.commons.audit.codes.NetworkAccessPointTypeCode;
import org.openehealth.ipf.commons.audit.codes.ParticipantObjectDataLifeCycle;
import org.openehealth.ipf.commons.audit.codes.ParticipantObjectTypeCode;
import org.openehealth.ipf.commons.audit.codes.ParticipantObjectTypeCodeRole;
import org.openehealth.ipf.commons.audit.event.CustomAuditMessageBuilder;
import org.openehealth.ipf.commons.audit.event.UserAuthenticationBuilder;
import org.openehealth.ipf.commons.audit.marshal.SerializationStrategy;
import org.openehealth.ipf.commons.audit.marshal.dicom.DICOM2016a;
import org.openehealth.ipf.commons.audit.marshal.dicom.DICOM2016c;
import org.openehealth.ipf.commons.audit.marshal.dicom.DICOM2017c;
import org.openehealth.ipf.commons.audit.model.AuditMessage;
import org.openehealth.ipf.commons.audit.model.TypeValuePairType;
import org.openehealth.ipf.commons.audit.types.ActiveParticipantRoleId;
import org.openehealth.ipf.commons.audit.types.EventType;
import org.openehealth.ipf.commons.audit.types.ParticipantObjectIdType;
import org.openehealth.ipf.commons.audit.types.PurposeOfUse;

/** Messages of a genuine sender: the Open eHealth Integration Platform (IPF), in each of its DICOM editions. */
class AtnaPeerTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");

    static Stream<SerializationStrategy> editions() {
        return Stream.of(new DICOM2016a(), new DICOM2016c(), new DICOM2017c());
    }

    @ParameterizedTest
    @MethodSource("editions")
    void shouldReadADocumentRetrieval(SerializationStrategy edition) throws Refusal {
        AuditMessage message = new CustomAuditMessageBuilder(
                        EventOutcomeIndicator.Success,
                        "fine",
                        EventActionCode.Read,
                        EventIdCode.PatientRecord,
                        EventType.of("ITI-43", "IHE Transactions", "Retrieve Document Set"),
                        PurposeOfUse.of("BTG", "2.16.840.1.113883.1.11.20448", "break the glass"))
                .setAuditSource("xds-consumer", "Hospital")
                .addSourceActiveParticipant("https://xds.example.org/b", "77", null, "xds.example.org", false)
                .addActiveParticipant(
                        "dr<jsmith@https://idp.example.org>",
                        null,
                        "Jo Smith",
                        true,
                        List.of(ActiveParticipantRoleId.of("MD", "1.2.3", "Doctor")),
                        "10.1.2.3",
                        NetworkAccessPointTypeCode.IPAddress,
                        null,
                        null)
                .addPatientParticipantObject("p7^^^&1.2.3&ISO", null, List.of(), ParticipantObjectDataLifeCycle.Access)
                .addParticipantObjectIdentification(
                        ParticipantObjectIdType.of("9", "RFC-3881", "Report Number"),
                        null,
                        null,
                        List.of(new TypeValuePairType("Repository Unique Id", "1.2.3.4")),
                        "1.2.3.4.5",
                        ParticipantObjectTypeCode.System,
                        ParticipantObjectTypeCodeRole.Report,
                        null,
                        "R")
                .getMessage();

        AccessEvent access = read(edition, message);

        assertThat(access.getTime()).isEqualTo(NOON);
        assertThat(access.getAction()).isEqualTo(Action.R);
        assertThat(access.getCategory()).isEqualTo(AccessCategory.RECORD);
        assertThat(access.getUserId()).isEqualTo("jsmith");
        assertThat(access.getUserName()).isEqualTo("Jo Smith");
        assertThat(access.getUserRole()).isEqualTo("MD");
        assertThat(access.getPatientId()).isEqualTo("p7");
        assertThat(access.getObjectType()).isEqualTo("Report Number");
        assertThat(access.getObjectId()).isEqualTo("1.2.3.4.5");
        assertThat(access.getPurposeOfUse()).containsExactly("BTG");
        assertThat(access.getEmergency()).isTrue();
        assertThat(access.getSecurityLabels()).containsExactly("R");
        assertThat(access.getNetworkAddress()).isEqualTo("10.1.2.3");
        assertThat(access.getSourceSystem()).isEqualTo("xds-consumer");
    }

    @ParameterizedTest
    @MethodSource("editions")
    void shouldReadASearchWithItsQuery(SerializationStrategy edition) throws Refusal {
        AuditMessage message = new CustomAuditMessageBuilder(
                        EventOutcomeIndicator.MinorFailure,
                        null,
                        EventActionCode.Execute,
                        EventIdCode.Query,
                        EventType.of("ITI-78", "IHE Transactions", "Mobile Patient Demographics Query"))
                .setAuditSource("pdqm")
                .addSourceActiveParticipant("https://client.example.org", null, null, "10.1.2.4", true)
                .addDestinationActiveParticipant("https://pdqm.example.org", null, null, "10.1.2.5", false)
                .addParticipantObjectIdentification(
                        ParticipantObjectIdType.of("ITI-78", "IHE Transactions", "Mobile Patient Demographics Query"),
                        null,
                        "GET /fhir/Patient?family=Example&birthdate=2000".getBytes(StandardCharsets.UTF_8),
                        List.of(),
                        "MobilePatientDemographicsQuery",
                        ParticipantObjectTypeCode.System,
                        ParticipantObjectTypeCodeRole.Query,
                        null,
                        null)
                .getMessage();

        AccessEvent access = read(edition, message);

        assertThat(access.getCategory()).isEqualTo(AccessCategory.SEARCH);
        assertThat(access.getOutcome()).isEqualTo(Outcome.MINOR_FAILURE);
        assertThat(access.getUserId()).isNull();
        assertThat(access.getNetworkAddress()).isEqualTo("10.1.2.4");
        assertThat(access.getQueryParameters()).containsExactly("family", "birthdate");
        assertThat(access.getObjectType()).isNull();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void shouldReadALogin(SerializationStrategy edition) throws Refusal {
        AuditMessage message = new UserAuthenticationBuilder(
                        EventOutcomeIndicator.SeriousFailure, "wrong password", EventTypeCode.Login)
                .setAuditSource("idp")
                .setAuthenticatedParticipant("jsmith", "pc7.example.org")
                .getMessage();

        AccessEvent access = read(edition, message);

        assertThat(access.getCategory()).isEqualTo(AccessCategory.AUTHENTICATION);
        assertThat(access.getAction()).isEqualTo(Action.E);
        assertThat(access.getOutcome()).isEqualTo(Outcome.SERIOUS_FAILURE);
        assertThat(access.getUserId()).isEqualTo("jsmith");
        assertThat(access.getPatientId()).isNull();
    }

    private static AccessEvent read(SerializationStrategy edition, AuditMessage message) throws Refusal {
        message.getEventIdentification().setEventDateTime(NOON);
        return AtnaSamples.read(edition.marshal(message, true));
    }
}
