package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;

/** An act on several patients is one access to each. */
class AuditPatientsTest {

    private static final String ONE = "\"entity\":[";
    private static final String OTHER = "{\"what\":{\"reference\":\"Patient/pat-2\"},\"role\":{\"code\":\"1\"}},";
    private static final String READ = "\"subtype\":[{\"system\":\"http://hl7.org/fhir/restful-interaction\","
            + "\"code\":\"read\"}],\"action\":\"R\"";

    private final AuditEventReader reader = new AuditEventReader(Samples.CLOCK);

    @Test
    void shouldTellOneAccessForEachPatient() throws Refusal {
        List<AccessEvent> accesses = read(Samples.small("a").replace(ONE, ONE + OTHER + OTHER));

        assertThat(accesses).extracting(AccessEvent::getPatientId).containsExactly("pat-2", "pat-1");
        assertThat(accesses).extracting(AccessEvent::getEventId).doesNotHaveDuplicates();
        assertThat(accesses).extracting(AccessEvent::getUserId).containsOnly("prac-7");
    }

    @Test
    void shouldKeyEachByItsPatient() throws Refusal {
        byte[] raw = Samples.utf8(Samples.small("a").replace(ONE, ONE + OTHER));

        assertThat(reader.read(raw)).<String>extracting(Outgoing::key).containsExactly("pat-2", "pat-1");
    }

    @Test
    void shouldTellForEachThatItsOwnResourceWasRead() throws Refusal {
        List<AccessEvent> accesses =
                read(Samples.small("a").replace(ONE, ONE + OTHER).replace("\"action\":\"R\"", READ));

        assertThat(accesses).extracting(AccessEvent::getObjectType).containsOnly("Patient");
        assertThat(accesses).extracting(AccessEvent::getObjectId).containsExactly("pat-2", "pat-1");
    }

    @Test
    void shouldTakeThoseWhoAreReferredToWhereNoneIsInTheRole() throws Refusal {
        List<AccessEvent> accesses = read(Samples.small("a")
                .replace(
                        ONE,
                        ONE + "{\"what\":{\"reference\":\"Patient/pat-2\"}},"
                                + "{\"what\":{\"reference\":\"Observation/o\"}},")
                .replace(",\"role\":{\"code\":\"1\"}", ""));

        assertThat(accesses).extracting(AccessEvent::getPatientId).containsExactly("pat-2", "pat-1");
        assertThat(accesses).extracting(AccessEvent::getObjectType).containsOnly("Observation");
    }

    private List<AccessEvent> read(String event) throws Refusal {
        return reader.read(Samples.utf8(event)).stream()
                .map(outgoing -> (AccessEvent) outgoing.value())
                .toList();
    }
}
