package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceHeadTest {

    @Test
    void shouldReadTheHead() throws Exception {
        String json = """
                {"text":{"id":"no","meta":{"versionId":"no"}},"meta":{"tag":[{"versionId":"no"}],"versionId":"3",
                "lastUpdated":"2026-03-04T09:00:00.5+01:00"},"id":"p","resourceType":"Patient"}""";

        ResourceHead head = ResourceHead.of(Samples.utf8(json));

        assertThat(head)
                .isEqualTo(new ResourceHead(
                        Optional.of("Patient"),
                        Optional.of("p"),
                        Optional.of("3"),
                        Optional.of(Instant.parse("2026-03-04T08:00:00.5Z"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"resourceType\":{\"id\":\"x\"},\"id\":[\"x\"],\"meta\":{\"versionId\":3,\"lastUpdated\":\"today\"}}",
                "{\"meta\":[{\"versionId\":\"3\"}],\"id\":null}"
            })
    void shouldMissWhatIsOfAnotherKind(String json) throws Exception {
        ResourceHead head = ResourceHead.of(Samples.utf8(json));

        assertThat(head)
                .isEqualTo(new ResourceHead(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "[]", "{", "{\"id\":\"p\"", "{\"id\":\"p\",\"id\":\"q\"}"})
    void shouldRefuseWhatIsNoObject(String json) {
        assertThatThrownBy(() -> ResourceHead.of(Samples.utf8(json))).isInstanceOf(Refusal.class);
    }

    /** The reader says itself which types it reads. */
    @Test
    void shouldNameWhatTheContextReaderReads() {
        ContextReader reader = new ContextReader(Samples.CLOCK, ZoneOffset.UTC);

        assertThatThrownBy(() -> reader.read(Samples.utf8("{}")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(
                                        refusal.getMessage().split(": ", 2)[1].split(", "))
                                .containsAll(FhirTypes.CONTEXT));
    }
}
