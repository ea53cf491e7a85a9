package org.chartwarden.producers.atna;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Outcome;
import org.chartwarden.producers.doors.Act;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtnaReaderTest {

    private static final String OLD = """
            <AuditMessage>
              <EventIdentification EventActionCode="U" EventDateTime="2026-03-02T09:30:00" EventOutcomeIndicator="4">
                <EventID code="110110" codeSystemName="DCM" displayName="Patient Record"/>
              </EventIdentification>
              <ActiveParticipant UserID="smith" AlternativeUserID="4711" UserName="Jo Smith" NetworkAccessPointID="pc7"
                  NetworkAccessPointTypeCode="1">
                <RoleIDCode code="RN" codeSystem="1.2" displayName="Nurse"/>
              </ActiveParticipant>
              <AuditSourceIdentification AuditEnterpriseSiteID="Hospital" AuditSourceID="emr-3"/>
              <AuditSourceIdentification AuditSourceID="another"/>
              <ParticipantObjectIdentification ParticipantObjectID="p7^^^&amp;1.2.3&amp;ISO" ParticipantObjectTypeCode="1">
                <ParticipantObjectIDTypeCode code="2"/>
                <ParticipantObjectName>EXAMPLE^ADA</ParticipantObjectName>
              </ParticipantObjectIdentification>
            </AuditMessage>
            """;

    @Test
    void shouldReadEveryFieldThatAnActTells() throws Refusal {
        for (Act act : Act.hundred()) {
            AccessEvent access = AtnaSamples.read(AtnaSamples.xml(act));

            assertThat(access.getTime()).isEqualTo(act.time());
            assertThat(access.getAction()).isEqualTo(act.action());
            assertThat(access.getCategory()).isEqualTo(act.category());
            assertThat(access.getOutcome()).isEqualTo(act.outcome());
            assertThat(access.getUserId()).isEqualTo(act.userId());
            assertThat(access.getUserName()).isEqualTo(act.userName());
            assertThat(access.getUserRole()).isEqualTo(act.userRole());
            assertThat(access.getPatientId()).isEqualTo(act.patientId());
            assertThat(access.getEncounterId()).isEqualTo(act.encounterId());
            assertThat(access.getObjectType()).isEqualTo(act.objectType());
            assertThat(access.getObjectId()).isEqualTo(act.objectId());
            assertThat(access.getPurposeOfUse()).isEqualTo(act.purposeOfUse());
            assertThat(access.getEmergency()).isEqualTo(act.purposeOfUse().contains("BTG"));
            assertThat(access.getSourceSystem()).isEqualTo(act.sourceSystem());
            assertThat(access.getNetworkAddress()).isEqualTo(act.networkAddress());
            assertThat(access.getInteractive()).isEqualTo(act.interactive());
            assertThat(access.getSecurityLabels()).isEqualTo(act.securityLabels());
            assertThat(access.getQueryParameters()).isEqualTo(act.queryParameters());
            assertThat(access.getRequestId()).isEqualTo(act.requestId());
            assertThat(access.getReceivedAt()).isEqualTo(AtnaSamples.CLOCK.instant());
        }
    }

    @Test
    void shouldReadTheOlderFormInTheSitesZone() throws Refusal {
        AccessEvent access = AtnaSamples.read(OLD);

        assertThat(access.getTime()).isEqualTo(Instant.parse("2026-03-02T08:30:00Z"));
        assertThat(access.getCategory()).isEqualTo(AccessCategory.RECORD);
        assertThat(access.getAction()).isEqualTo(Action.U);
        assertThat(access.getOutcome()).isEqualTo(Outcome.MINOR_FAILURE);
        assertThat(access.getUserId()).isEqualTo("smith");
        assertThat(access.getUserName()).isEqualTo("Jo Smith");
        assertThat(access.getUserRole()).isEqualTo("RN");
        assertThat(access.getPatientId()).isEqualTo("p7");
        assertThat(access.getSourceSystem()).isEqualTo("emr-3");
        assertThat(access.getNetworkAddress()).isEqualTo("pc7");
        assertThat(access.getObjectType()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"09:30:00", "09:30:00.000+0100", "09:30:00+01", "08:30:00Z", "08:30:00.000-00:00"})
    void shouldReadTheTimeHoweverItsOffsetIsWritten(String time) throws Refusal {
        AccessEvent access = AtnaSamples.read(OLD.replace("09:30:00", time));

        assertThat(access.getTime()).isEqualTo(Instant.parse("2026-03-02T08:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-8", "UTF-16", "ISO-8859-15"})
    void shouldReadTheCharsetThatIsDeclared(String charset) throws Refusal {
        String xml = "<?xml version='1.0' encoding='" + charset + "'?>"
                + OLD.replace("Jo Smith", "Jörg Łuk".substring(0, 4));

        AccessEvent access = AtnaSamples.read(xml.getBytes(Charset.forName(charset)));

        assertThat(access.getUserName()).isEqualTo("Jörg");
    }

    @Test
    void shouldReadAMessageBehindAByteOrderMarkWhateverNamespaceItHas() throws Refusal {
        String spaced = OLD.replace("<AuditMessage>", "<a:AuditMessage xmlns:a='urn:x' xmlns='urn:x'>")
                .replace("</AuditMessage>", "</a:AuditMessage>");

        AccessEvent access = AtnaSamples.read(("\uFEFF" + spaced).getBytes(StandardCharsets.UTF_8));

        assertThat(access).isEqualTo(AtnaSamples.read(OLD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smith | smith",
                "alias&lt;smith@https://idp.example.org&gt; | smith",
                "&lt;a.smith@example.org@https://idp.example.org&gt; | a.smith@example.org",
                "4711^Smith^Jo^^^Dr^^^&amp;1.2.3&amp;ISO | 4711",
                "HOSPITAL\\smith | HOSPITAL\\smith",
                "smith@example.org | smith@example.org",
                "' ' | 4711"
            })
    void shouldFindTheUsersId(String told, String userId) throws Refusal {
        AccessEvent access = AtnaSamples.read(OLD.replace("UserID=\"smith\"", "UserID=\"" + told + "\""));

        assertThat(access.getUserId()).isEqualTo(userId);
    }

    @Test
    void shouldTakeThePersonAmongSeveralRequestors() throws Refusal {
        String endpoint = "<ActiveParticipant UserID='http://www.w3.org/2005/08/addressing/anonymous'"
                + " UserIsRequestor='true' NetworkAccessPointID='10.0.0.1'><RoleIDCode csd-code='110153'/>"
                + "</ActiveParticipant>";

        AccessEvent access = AtnaSamples.read(OLD.replace("<ActiveParticipant", endpoint + "<ActiveParticipant"));

        assertThat(access.getUserId()).isEqualTo("smith");
        assertThat(access.getNetworkAddress()).isEqualTo("pc7");
    }

    @ParameterizedTest
    @CsvSource({
        "http://www.w3.org/2005/08/addressing/anonymous, , 110153",
        "urn:oid:1.2.3, , 110153",
        "PACS|FACILITY, PACS|FACILITY, 110153",
        "CT-2, CT-2, 110152"
    })
    void shouldTakeAProcessThatAskedOnItsOwnWhereItIsNamed(String told, String userId, String role) throws Refusal {
        String alone = OLD.replace("UserID=\"smith\" AlternativeUserID=\"4711\"", "UserID=\"" + told + "\"")
                .replace("code=\"RN\"", "code=\"" + role + "\"");

        AccessEvent access = AtnaSamples.read(alone);

        assertThat(access.getUserId()).isEqualTo(userId);
        assertThat(access.getUserRole()).isNull();
    }

    @Test
    void shouldMakeOneAccessOfEachPatient() throws Refusal {
        String second = "<ParticipantObjectIdentification ParticipantObjectID='%s' ParticipantObjectTypeCode='1'"
                + " ParticipantObjectTypeCodeRole='1'/>";
        String several = OLD.replace(
                "</AuditMessage>",
                second.formatted("p8") + second.formatted("Patient/p9") + second.formatted("p7") + "</AuditMessage>");

        List<AccessEvent> accesses = AtnaSamples.readAll(several.getBytes(StandardCharsets.UTF_8));

        assertThat(accesses).extracting(AccessEvent::getPatientId).containsExactly("p7", "p8", "p9");
        assertThat(accesses).extracting(AccessEvent::getEventId).doesNotHaveDuplicates();
        assertThat(accesses).extracting(AccessEvent::getUserId).containsOnly("smith");
    }

    @Test
    void shouldTakeADisclosureForAnExportWhereverItIsSaid() throws Refusal {
        String disclosed = OLD.replace(
                "ParticipantObjectTypeCode=", "ParticipantObjectDataLifeCycle=\"11\" ParticipantObjectTypeCode=");

        assertThat(AtnaSamples.read(disclosed).getCategory()).isEqualTo(AccessCategory.EXPORT);
    }

    @Test
    void shouldReadTheSameMessageBareAndInSyslog() throws Refusal {
        for (Act act : Act.hundred()) {
            assertThat(AtnaSamples.read(AtnaSamples.syslog(act))).isEqualTo(AtnaSamples.read(AtnaSamples.xml(act)));
        }
    }
}
