package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;

class FhirDocumentTest {

    @Test
    void shouldCutEntriesExactlyAsTheyStand() throws Refusal {
        String bundle = """
                {"entry": [ {"resource": {"a": "é }", "b":[1, {"c":2}]} , "request":{"method":"POST"}},
                  {"fullUrl":"urn:x","resource":{ } }, {"request":{"x":"ü"}}, 7, "text" ],
                 "type":"batch", "total" : 3, "resourceType":"Bundle"}""";

        FhirDocument document = FhirDocument.of(Samples.utf8(bundle));

        assertThat(document.isBundle()).isTrue();
        assertThat(document.bundleType()).isEqualTo("batch");
        assertThat(document.resources())
                .extracting(FhirDocument.Resource::position)
                .containsExactly("entry 1", "entry 2", "entry 3", "entry 4", "entry 5");
        assertThat(document.resources())
                .extracting(resource -> new String(resource.raw(), StandardCharsets.UTF_8))
                .containsExactly(
                        "{\"a\": \"é }\", \"b\":[1, {\"c\":2}]}",
                        "{ }",
                        "{\"request\":{\"x\":\"ü\"}}",
                        "7",
                        "\"text\"");
    }

    @Test
    void shouldBeItsOwnResourceWhenItIsNoBundle() throws Refusal {
        byte[] raw = Samples.utf8("{\"resourceType\":\"Patient\",\"entry\":[{\"resource\":{}}]}");

        FhirDocument document = FhirDocument.of(raw);

        assertThat(document.isBundle()).isFalse();
        assertThat(document.bundleType()).isNull();
        assertThat(document.resources()).singleElement().satisfies(resource -> {
            assertThat(resource.position()).isEmpty();
            assertThat(resource.raw()).isEqualTo(raw);
        });
    }

    @Test
    void shouldRefuseElementThatIsThereTwice() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> FhirDocument.of(Samples.utf8("{\"id\":\"1\",\n\"id\":\"2\"}")));

        assertThat(refusal)
                .hasMessage("The record is not valid JSON from line 2, column 5 on; one FHIR R4 resource is required");
    }

    @Test
    void shouldRefuseEntriesThatAreNoArray() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> FhirDocument.of(Samples.utf8("{\"resourceType\":\"Bundle\",\"entry\":{\"resource\":{}}}")));

        assertThat(refusal).hasMessage("Bundle.entry must be an array of entries");
    }

    @Test
    void shouldRefuseSecondValue() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> FhirDocument.of(Samples.utf8("{} {}")));

        assertThat(refusal)
                .hasMessage("The record is more than one JSON value; one FHIR R4 resource in JSON is required");
    }
}
