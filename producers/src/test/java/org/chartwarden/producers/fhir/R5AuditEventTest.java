package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Outcome;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only R5 AuditEvents can tell, and what is wrong with them, in R5's words. */
class R5AuditEventTest {

    /** After HL7's example of a create, which has its codes the other way round. */
    private static final String CREATE = """
            {"resourceType":"AuditEvent","id":"create-1",\
            "category":[{"coding":[{"system":"http://hl7.org/fhir/restful-interaction","code":"create"}]}],\
            "code":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/audit-event-type","code":"rest"}]},\
            "action":"C","severity":"informational","occurredDateTime":"2026-03-04T08:48:00Z",\
            "recorded":"2026-03-04T08:49:00Z","outcome":{"code":{"code":"success"},"detail":[{"text":"201"}]},\
            "basedOn":[{"reference":"CarePlan/plan-1"}],"patient":{"identifier":{"value":"pat-1"}},\
            "encounter":{"identifier":{"value":"enc-5"}},\
            "agent":[{"type":{"coding":[{"system":"http://dicom.nema.org/resources/ontology/DCM","code":"110153"}]},\
            "who":{"display":"myMachine"},"networkReference":{"reference":"Endpoint/x"}},\
            {"who":{"reference":"Practitioner/prac-7"},"location":{"reference":"Location/ward-3"}}],\
            "source":{"site":{"reference":"Location/ehr"},"observer":{"extension":[{"url":"x","valueInteger64":"7"}]}},\
            "entity":[{"what":{"reference":"List/list-1"},"role":{"coding":[{"code":"4"}]},\
            "securityLabel":[{"coding":[{"code":"R"},{"code":"PSY"}]},{"coding":[{"code":"R"}]}],\
            "detail":[{"type":{"text":"x"},"valueInteger":7}]}]}""";

    private final AuditEventReader reader = new AuditEventReader(Samples.CLOCK);

    @Test
    void shouldReadPatientAndEncounterBesideEntities() throws Refusal {
        AccessEvent access = access(CREATE);

        assertThat(access.getPatientId()).isEqualTo("pat-1");
        assertThat(access.getEncounterId()).isEqualTo("enc-5");
        assertThat(access.getObjectType()).isEqualTo("List");
        assertThat(access.getSecurityLabels()).containsExactly("R", "PSY");
        assertThat(access.getTime()).isEqualTo("2026-03-04T08:48:00Z");
        assertThat(access.getEndTime()).isNull();
        assertThat(access.getSourceSystem()).isEqualTo("ehr");
    }

    @Test
    void shouldTakePersonForUserWhereNobodyIsMarkedAsRequestor() throws Refusal {
        assertThat(access(CREATE).getUserId()).isEqualTo("prac-7");
    }

    @Test
    void shouldNotTakePersonForUserWhoIsMarkedAsNone() throws Refusal {
        AccessEvent access = access(CREATE.replace("\"location\":", "\"requestor\":false,\"location\":"));

        assertThat(access.getUserId()).isNull();
    }

    @Test
    void shouldReadPeriod() throws Refusal {
        AccessEvent access = access(CREATE.replace(
                "\"occurredDateTime\":\"2026-03-04T08:48:00Z\"",
                "\"occurredPeriod\":{\"start\":\"2026-03-04T08:48:00Z\",\"end\":\"2026-03-04T08:48:20Z\"}"));

        assertThat(access.getEndTime()).isEqualTo("2026-03-04T08:48:20Z");
    }

    @ParameterizedTest
    @CsvSource({
        "success, SUCCESS",
        "information, SUCCESS",
        "warning, SUCCESS",
        "error, SERIOUS_FAILURE",
        "fatal, MAJOR_FAILURE",
        "4, MINOR_FAILURE",
        "a-local-one, SUCCESS",
    })
    void shouldReadOutcome(String code, Outcome expected) throws Refusal {
        assertThat(access(CREATE.replace("\"code\":\"success\"", "\"code\":\"" + code + "\""))
                        .getOutcome())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"action\":\"C\"|\"action\":\"X\"|AuditEvent.action is not a valid code of FHIR R5",
                "\"action\":\"C\"|\"purposeOfEvent\":[]|AuditEvent.purposeOfEvent is not an element of FHIR R5",
                "\"networkReference\":{|\"network\":{|AuditEvent.agent[0].network is not an element of FHIR R5",
                "\"networkReference\":{|\"Ada Example\":{|AuditEvent.agent[0] has an element that FHIR R5 does not know there",
                "\"detail\":[{\"type\"|\"detail\":[{\"colour\":1,\"type\"|AuditEvent.entity[0].detail[0].colour is not an element of FHIR R5",
                "\"code\":{\"coding\":[{\"system\"|\"code\":{\"coding\":[{\"colour\"|AuditEvent.code.coding[0].colour is not an element of FHIR R5",
                "\"recorded\":\"2026-03-04T08:49:00Z\"|\"recorded\":\"yesterday\"|AuditEvent.recorded is not a valid instant of FHIR R5",
                "\"recorded\":\"2026-03-04T08:49:00Z\",|``|AuditEvent.recorded is missing; an instant such as 2026-01-31T08:15:00+01:00 is required",
                "2026-03-04T08:48:00Z|2027-03-04T08:48:00Z|AuditEvent.occurred is more than 24 hours in the future; one such event would make every event of today look late. Correct the clock of the source",
                "\"category\":[|\"category\":{},\"x\":[|AuditEvent.category must be a JSON array that is not empty",
                "\"outcome\":{\"code\":{\"code\":\"success\"}|\"outcome\":{\"code\":\"0\"|AuditEvent.outcome.code must be a JSON object that is not empty",
                "{\"identifier\":{\"value\":\"pat-1\"}}|{\"display\":\"Ada Example\"}|AuditEvent.patient does not identify a patient; a reference such as Patient/123 is required",
                "{\"identifier\":{\"value\":\"pat-1\"}}|{\"reference\":\"Group/g\"}|AuditEvent.patient does not identify a patient; a reference such as Patient/123 is required",
                "{\"reference\":\"List/list-1\"}|{\"display\":\"Ada\",\"type\":\"Patient\"}|``",
                "\"action\":\"C\",|`\"type\":{\"code\":\"rest\"},`|AuditEvent.category is not an element of FHIR R4",
            })
    void shouldRefuseInWordsOfR5(String part, String replacement, String message) {
        assertThat(CREATE).contains(part);
        String event = CREATE.replace(part, replacement);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> reader.read(Samples.utf8(event)));

        if (message.isEmpty()) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal).hasMessage(message);
        }
    }

    @Test
    void shouldNameInteractionByItsElementInR5() {
        String event = CREATE.replace("\"action\":\"C\",", "").replace("\"code\":\"create\"", "\"code\":\"x\"");

        assertThat(catchThrowableOfType(Refusal.class, () -> reader.read(Samples.utf8(event))))
                .hasMessage(
                        "AuditEvent.action is missing, and neither the kind of event nor a RESTful interaction in AuditEvent.code tells it;"
                                + " allowed: C, R, U, D, E");
    }

    private AccessEvent access(String event) throws Refusal {
        return (AccessEvent) reader.read(Samples.utf8(event)).get(0).value();
    }
}
