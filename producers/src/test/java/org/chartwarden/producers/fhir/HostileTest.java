package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sends to bring the reader down is refused like any other mistake. */
class HostileTest {

    private static final String TOO_MUCH =
            "The record is nested more than 100 levels deep, or has a number of more than"
                    + " 1,000 digits or a text of more than 20,000,000 characters; no FHIR resource needs that";
    private static final Duration FAR_TOO_LONG = Duration.ofSeconds(30);

    private final RecordReader audit = new AuditEventReader(Samples.CLOCK);
    private final RecordReader context = new ContextReader(Samples.CLOCK, ZoneOffset.UTC);

    static Stream<String> deep() {
        String brackets = "[".repeat(100_000);
        String extension = "{\"url\":\"x\",\"extension\":[".repeat(1_000);
        String reference = "{\"identifier\":{\"assigner\":".repeat(1_000);
        return Stream.of(
                "{\"a\":" + brackets,
                "{\"resourceType\":\"AuditEvent\",\"extension\":[" + extension,
                "{\"resourceType\":\"Patient\",\"managingOrganization\":" + reference,
                "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + "{\"a\":".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("deep")
    void shouldRefuseDeepNesting(String record) {
        byte[] raw = Samples.utf8(record);

        assertThat(refusal(() -> audit.read(raw))).hasMessage(TOO_MUCH);
        assertThat(refusal(() -> context.read(raw))).hasMessage(TOO_MUCH);
        assertThat(refusal(() -> FhirDocument.of(raw))).hasMessage(TOO_MUCH);
    }

    @Test
    void shouldRefuseBundleOfMillionsOfEntries() {
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[" + "0,".repeat(100_000) + "0]}";

        assertThat(refusal(() -> FhirDocument.of(Samples.utf8(bundle))))
                .hasMessage(
                        "Bundle.entry has more than 100,000 entries; make several Bundles of it, or put each resource on a line of its own (NDJSON)");
    }

    @Test
    void shouldStandTheDeepestNestingThatIsAllowed() {
        String extension = "{\"url\":\"x\",\"extension\":[".repeat(48);
        String patient = "{\"resourceType\":\"Patient\",\"id\":\"p\",\"extension\":[" + extension
                + "{\"url\":\"y\",\"valueBoolean\":true}" + "]}".repeat(48) + "]}";

        assertThat(ContextSamples.refusal(patient)).isNull();
    }

    @Test
    void shouldRefuseNumberOfThousandsOfDigits() {
        String record = Samples.small("a").replace("\"requestor\":true", "\"requestor\":" + "9".repeat(100_000));

        assertThat(refusal(() -> audit.read(Samples.utf8(record)))).hasMessage(TOO_MUCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1e-999999999",
                "-1E+2147483647",
                "1e99999999999999",
                "1e2147483648",
                "1e-2147483648"
            })
    void shouldNotWriteOutNumberWithHugeExponent(String number) {
        String patient = """
                {"resourceType":"Patient","id":"p","address":[{"use":"home","extension":[
                  {"url":"http://hl7.org/fhir/StructureDefinition/geolocation","extension":[
                    {"url":"latitude","valueDecimal":%s},{"url":"longitude","valueDecimal":1}]}]}]}""".formatted(number);

        Refusal refusal =
                assertTimeoutPreemptively(FAR_TOO_LONG, () -> refusal(() -> context.read(Samples.utf8(patient))));

        assertThat(refusal).hasMessage(TOO_MUCH);
    }

    @Test
    void shouldRefuseOtherCharsetAndByteOrderMark() {
        byte[] utf16 = Samples.small("a").getBytes(StandardCharsets.UTF_16LE);
        byte[] latin = Samples.small("a").replace("ehr", "Käthe").getBytes(StandardCharsets.ISO_8859_1);
        byte[] marked = Samples.utf8("\uFEFF" + Samples.small("a"));

        assertThat(refusal(() -> audit.read(utf16)))
                .hasMessage("The record is not valid JSON from line 1, column 3 on; one FHIR R4 resource is required");
        assertThat(refusal(() -> audit.read(latin)))
                .hasMessage("The record is not valid UTF-8 from byte 214 on; FHIR JSON is UTF-8");
        assertThat(refusal(() -> audit.read(marked)))
                .hasMessage("The record is not valid JSON from line 1, column 3 on; one FHIR R4 resource is required");
    }

    private static Refusal refusal(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call);
    }
}
