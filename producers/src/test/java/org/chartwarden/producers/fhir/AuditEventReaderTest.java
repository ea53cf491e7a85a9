package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Outcome;
import org.chartwarden.producers.access.EventIds;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditEventReaderTest {

    private final AuditEventReader reader = new AuditEventReader(Samples.CLOCK);

    @Test
    void shouldReadPatientRead() throws Refusal {
        Outgoing<?> outgoing = reader.read(Samples.balp("patient-read-server")).get(0);

        assertThat(outgoing)
                .isEqualTo(new Outgoing<>(
                        Topics.ACCESS,
                        "pat-1",
                        AccessEvent.newBuilder()
                                .setEventId(EventIds.ofRequest("76d148b6-586d", "pat-1", "R"))
                                .setTime(Instant.parse("2026-03-04T08:49:00.250Z"))
                                .setReceivedAt(Samples.NOW)
                                .setAction(Action.R)
                                .setCategory(AccessCategory.RECORD)
                                .setOutcome(Outcome.SUCCESS)
                                .setUserId("prac-7")
                                .setUserName("Ada Example")
                                .setUserRole("nurse")
                                .setPatientId("pat-1")
                                .setEncounterId("enc-5")
                                .setObjectType("Observation")
                                .setObjectId("obs-9")
                                .setPurposeOfUse(List.of("TREAT", "ETREAT"))
                                .setEmergency(true)
                                .setSourceSystem("ehr-server")
                                .setNetworkAddress("10.1.2.3")
                                .setRequestId("76d148b6-586d")
                                .build()));
    }

    @Test
    void shouldGiveOneIdToWhatClientAndServerRecord() throws Refusal {
        AccessEvent server = access("patient-read-server");
        AccessEvent client = access("patient-read-client");

        assertThat(client.getEventId()).isEqualTo(server.getEventId());
    }

    @Test
    void shouldNotTakeNameForUserId() throws Refusal {
        AccessEvent client = access("patient-read-client");

        assertThat(client.getUserId()).isNull();
        assertThat(client.getUserName()).isEqualTo("Ada Example");
    }

    @Test
    void shouldReadQueryWithIdentifiersOnly() throws Refusal {
        AccessEvent query = access("patient-query");

        assertThat(query.getCategory()).isEqualTo(AccessCategory.SEARCH);
        assertThat(query.getUserId()).isEqualTo("35fb1058");
        assertThat(query.getPatientId()).isEqualTo("mrn-77");
        assertThat(query.getObjectType()).isNull();
        assertThat(query.getNetworkAddress()).isEqualTo("2001:db8::7334");
        assertThat(query.getEventId())
                .isEqualTo(EventIds.ofAct(AccessEvent.newBuilder()
                        .setUserId("35fb1058")
                        .setPatientId("mrn-77")
                        .setAction(Action.E)
                        .setCategory(AccessCategory.SEARCH)
                        .setOutcome(Outcome.SUCCESS)
                        .setTime(query.getTime())));
    }

    @Test
    void shouldReadDisclosureAsExport() throws Refusal {
        AccessEvent disclosure = access("disclosure");

        assertThat(disclosure.getCategory()).isEqualTo(AccessCategory.EXPORT);
        assertThat(disclosure.getUserId()).isEqualTo("pat-1");
        assertThat(disclosure.getObjectType()).isEqualTo("DocumentReference");
        assertThat(disclosure.getEventId())
                .isEqualTo(EventIds.ofRecord("release-desk", "disclosure-1", disclosure.getPatientId()));
    }

    @Test
    void shouldReadLoginWithoutPatient() throws Refusal {
        Outgoing<?> outgoing = reader.read(Samples.balp("login")).get(0);

        AccessEvent login = (AccessEvent) outgoing.value();
        assertThat(outgoing.key()).isEqualTo(login.getEventId());
        assertThat(login.getPatientId()).isNull();
        assertThat(login.getUserId()).isEqualTo("aexample");
        assertThat(login.getCategory()).isEqualTo(AccessCategory.AUTHENTICATION);
        assertThat(login.getOutcome()).isEqualTo(Outcome.SERIOUS_FAILURE);
        assertThat(login.getTime()).isEqualTo("2026-03-04T08:48:59Z");
        assertThat(login.getNetworkAddress()).isEqualTo("10.1.2.3");
    }

    @Test
    void shouldKeyByEventWithoutUserAndPatient() throws Refusal {
        String event = Samples.small("a")
                .replace("Practitioner/prac-7", "Organization/o")
                .replaceFirst(",\"entity\":.*]}", "}");

        Outgoing<?> outgoing = reader.read(Samples.utf8(event)).get(0);

        assertThat(outgoing.key()).isEqualTo(EventIds.ofRecord("ehr", "a", null));
    }

    @ParameterizedTest
    @CsvSource({
        "Practitioner/p2,           p2",
        "urn:uuid:0b1f,             0b1f",
        "http://x.example/Person/9, 9",
        "#contained,                ",
        "Practitioner?identifier=7, ",
    })
    void shouldTakeUserIdFromReference(String reference, String expected) throws Refusal {
        String event = Samples.small("a").replace("Practitioner/prac-7", reference);
        boolean contained = reference.startsWith("#");

        String withTarget = contained
                ? event.replace(
                        "\"type\":",
                        "\"contained\":[{\"resourceType\":\"Practitioner\",\"id\":\"contained\"}],\"type\":")
                : event;
        assertThat(access(Samples.utf8(withTarget)).getUserId()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "read, R, RECORD",
        "vread, R, RECORD",
        "history-instance, R, RECORD",
        "create, C, RECORD",
        "patch, U, RECORD",
        "delete, D, RECORD",
        "search-system, E, SEARCH",
        "operation, E, OTHER",
    })
    void shouldTellCategoryAndActionOfInteraction(String interaction, Action action, AccessCategory category)
            throws Refusal {
        String event = Samples.small("a")
                .replace(
                        "\"action\":\"R\"",
                        "\"subtype\":[{\"system\":\"http://hl7.org/fhir/restful-interaction\",\"code\":\"%s\"}]"
                                .formatted(interaction));

        AccessEvent access = access(Samples.utf8(event));

        assertThat(access.getAction()).isEqualTo(action);
        assertThat(access.getCategory()).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({
        "110101, , R",
        "110105, , D",
        "110106, , R",
        "110107, , C",
        "110112, , E",
        "110113, 110127, E",
        "110114, 110122, E",
    })
    void shouldKnowTheActionOfAnEventThatHasButOne(String type, String subtype, Action action) throws Refusal {
        String subtypes = subtype == null ? "" : "\"subtype\":[{\"code\":\"%s\"}],".formatted(subtype);
        String event = Samples.small("a")
                .replaceFirst("\"type\":\\{[^}]*},", "\"type\":{\"code\":\"%s\"},%s".formatted(type, subtypes))
                .replace("\"action\":\"R\",", "");

        assertThat(access(Samples.utf8(event)).getAction()).isEqualTo(action);
    }

    private AccessEvent access(String sample) throws Refusal {
        return access(Samples.balp(sample));
    }

    private AccessEvent access(byte[] raw) throws Refusal {
        return (AccessEvent) reader.read(raw).get(0).value();
    }
}
