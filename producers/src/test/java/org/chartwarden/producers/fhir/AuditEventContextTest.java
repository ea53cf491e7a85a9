package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an AuditEvent tells of the act's circumstances, where the source tells it. */
class AuditEventContextTest {

    private final AuditEventReader reader = new AuditEventReader(Samples.CLOCK);

    @Test
    void shouldTakeDeviceForUserWhereNoPersonIsNamed() throws Refusal {
        AccessEvent access = access("Practitioner/prac-7\"", "Device/ct-1\",\"display\":\"CT room 2\"");

        assertThat(access.getUserId()).isEqualTo("ct-1");
        assertThat(access.getUserName()).isEqualTo("CT room 2");
        assertThat(access.getInteractive()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Device/ct-1\"},\"requestor\":false}", "Organization/o\"},\"requestor\":true}"})
    void shouldTakeNothingElseForUser(String agent) throws Refusal {
        AccessEvent access = access("Practitioner/prac-7\"},\"requestor\":true}", agent);

        assertThat(access.getUserId()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "110152|\"who\":{\"reference\":\"Practitioner/u7\"}|u7",
                "110153|\"who\":{\"reference\":\"Practitioner/u7\"}|u7",
                "110150|\"who\":{\"reference\":\"Person/u7\"}|u7",
                "110153|\"who\":{\"identifier\":{\"value\":\"u7@example.org\"}},\"altId\":\"x\"|u7@example.org",
                "110152|\"who\":{\"display\":\"Ada\"},\"altId\":\"u7\"|u7",
                "110153|\"who\":{\"identifier\":{\"value\":\"https://ehr.example.org\"}}|",
                "110153|\"who\":{\"identifier\":{\"value\":\"urn:oid:1.2.3\"}}|",
                "110153|\"who\":{\"display\":\"server\"}|",
                "110153|\"who\":{\"reference\":\"Organization/o\"}|",
            })
    void shouldTakeForUserWhoExportsOrImports(String type, String who, String userId) throws Refusal {
        AccessEvent access = access(
                "\"who\":{\"reference\":\"Practitioner/prac-7\"}",
                "\"type\":{\"coding\":[{\"code\":\"%s\"}]},%s".formatted(type, who));

        assertThat(access.getUserId()).isEqualTo(userId);
    }

    @Test
    void shouldPreferAPersonToTheEndOfTheWire() throws Refusal {
        AccessEvent access = access(
                "\"agent\":[",
                "\"agent\":[{\"type\":{\"coding\":[{\"code\":\"110153\"}]},\"altId\":\"client\",\"requestor\":true},");

        assertThat(access.getUserId()).isEqualTo("prac-7");
    }

    @Test
    void shouldPreferPersonToDevice() throws Refusal {
        AccessEvent access =
                access("\"agent\":[", "\"agent\":[{\"who\":{\"reference\":\"Device/ct-1\"},\"requestor\":true},");

        assertThat(access.getUserId()).isEqualTo("prac-7");
    }

    @Test
    void shouldTellThatHumanBeingUsesServiceAccount() throws Refusal {
        AccessEvent access = access(
                "{\"who\":{\"reference\":\"Practitioner/prac-7\"}",
                "{\"type\":{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/extra-security-role-type\","
                        + "\"code\":\"humanuser\"}]},\"who\":{\"reference\":\"Device/interface-3\"}");

        assertThat(access.getUserId()).isEqualTo("interface-3");
        assertThat(access.getInteractive()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"start\":\"2026-03-04T08:00:00Z\",\"end\":\"2026-03-04T08:00:07Z\"|2026-03-04T08:00:07Z",
                "\"start\":\"2026-03-04T08:00:00Z\",\"end\":\"2026-03-04T08:00:00Z\"|2026-03-04T08:00:00Z",
                "\"start\":\"2026-03-04T08:00:00Z\"|",
                "\"end\":\"2026-03-04T08:49:00Z\"|",
                "\"start\":\"2026-03-04\",\"end\":\"2026-03-04T08:49:00Z\"|",
                "\"start\":\"2026-03-04T08:00:00Z\",\"end\":\"2026-03-04T07:00:00Z\"|",
                "\"start\":\"2026-03-04T08:00:00Z\",\"end\":\"2026-03-04\"|",
            })
    void shouldTellEndOnlyWhereItIsExact(String period, Instant expected) throws Refusal {
        AccessEvent access = access("\"action\":\"R\"", "\"action\":\"R\",\"period\":{%s}".formatted(period));

        assertThat(access.getEndTime()).isEqualTo(expected);
    }

    @Test
    void shouldReadSecurityLabelsOfAllEntitiesOnce() throws Refusal {
        AccessEvent access = access(
                "\"entity\":[{",
                "\"entity\":[{\"what\":{\"reference\":\"Observation/o\"},\"securityLabel\":[{\"code\":\"R\"},{\"code\":\"PSY\"}]},"
                        + "{\"securityLabel\":[{\"code\":\"R\"}],");

        assertThat(access.getSecurityLabels()).containsExactly("R", "PSY");
    }

    @Test
    void shouldReadNamesOfSearchParametersAndStaySearch() throws Refusal {
        AccessEvent search = searched(Base64.getEncoder()
                .encodeToString(Samples.utf8("GET /Patient?family:exact=Example&given=Ada&family=Sample")));

        assertThat(search.getQueryParameters()).containsExactly("family", "given");
        assertThat(search.getCategory()).isEqualTo(AccessCategory.SEARCH);
        assertThat(search.getPatientId()).isEqualTo("pat-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAECAwQ=", "RICM", "not base64", "====", "a", "abc=="})
    void shouldNotLoseSearchWhoseQueryIsMalformed(String query) throws Refusal {
        AccessEvent search = searched(query);

        assertThat(search.getQueryParameters()).isEmpty();
        assertThat(search.getCategory()).isEqualTo(AccessCategory.SEARCH);
        assertThat(search.getPatientId()).isEqualTo("pat-1");
    }

    @Test
    void shouldTellThatOnlyPatientResourceWasRead() throws Refusal {
        AccessEvent access = access(
                "\"action\":\"R\"",
                "\"action\":\"R\",\"subtype\":[{\"system\":\"http://hl7.org/fhir/restful-interaction\","
                        + "\"code\":\"read\"}]");

        assertThat(access.getObjectType()).isEqualTo("Patient");
        assertThat(access.getObjectId()).isEqualTo("pat-1");
    }

    @Test
    void shouldNotKnowWhatWasOpenedWithoutRestfulInteraction() throws Refusal {
        assertThat(access().getObjectType()).isNull();
    }

    @Test
    void shouldNotLoseSearchWhoseQueryIsNoText() throws Refusal {
        AccessEvent access = access("\"entity\":[", "\"entity\":[{\"query\":7},");

        assertThat(access.getQueryParameters()).isEmpty();
    }

    private AccessEvent searched(String query) throws Refusal {
        return access(
                "\"action\":\"R\"",
                "\"action\":\"E\",\"subtype\":[{\"system\":\"http://hl7.org/fhir/restful-interaction\","
                        + "\"code\":\"search-type\"}]",
                "\"entity\":[",
                "\"entity\":[{\"role\":{\"code\":\"24\"},\"query\":\"" + query + "\"},");
    }

    /** Reads the small sample with parts of it replaced: a part, what replaces it, and so on. */
    private AccessEvent access(String... parts) throws Refusal {
        String event = Samples.small("a");
        for (int index = 0; index < parts.length; index += 2) {
            assertThat(event).contains(parts[index]);
            event = event.replace(parts[index], parts[index + 1]);
        }
        return (AccessEvent) reader.read(Samples.utf8(event)).get(0).value();
    }
}
