package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuditEventRefusalTest {

    private final AuditEventReader reader = new AuditEventReader(Samples.CLOCK);

    static Stream<Arguments> refusals() {
        return Stream.of(
                replaced(
                        "\"action\":\"R\",",
                        "\"action\":\"R\\u0000\",",
                        "AuditEvent.action has a control character; FHIR R4 allows only tab, line feed and carriage"
                                + " return"),
                replaced(
                        "\"action\":\"R\",",
                        "",
                        "AuditEvent.action is missing, and neither the kind of event nor a RESTful interaction in"
                                + " AuditEvent.subtype tells it; allowed: C, R, U, D, E"),
                replaced("\"action\":\"R\"", "\"action\":\"X\"", "AuditEvent.action is not a valid code of FHIR R4"),
                replaced("\"action\":\"R\"", "\"action\":7", "AuditEvent.action must be a JSON string"),
                replaced(
                        "\"recorded\":\"2026-03-04T08:49:00Z\",",
                        "",
                        "AuditEvent.recorded is missing; an instant such"
                                + " as 2026-01-31T08:15:00+01:00 is required"),
                replaced(
                        "08:49:00Z",
                        "08:49:00",
                        "AuditEvent.recorded has no time of day or no offset from UTC; an"
                                + " instant such as 2026-01-31T08:15:00+01:00 is required"),
                replaced("2026-03-04T08:49:00Z", "yesterday", "AuditEvent.recorded is not a valid instant of FHIR R4"),
                replaced(
                        "2026-03-04T08:49:00Z",
                        "2026-03-06T00:00:01Z",
                        "AuditEvent.recorded is more than 24 hours in"
                                + " the future; one such event would make every event of today look late. Correct the clock of"
                                + " the source"),
                replaced(
                        "2026-03-04T08:49:00Z",
                        "1969-12-31T23:59:59Z",
                        "AuditEvent.recorded is before 1970; Kafka"
                                + " knows no such times. Correct the clock of the source"),
                replaced(
                        "\"requestor\":true",
                        "\"requestor\":\"true\"",
                        "AuditEvent.agent[0].requestor must be a JSON" + " boolean"),
                replaced(
                        "\"requestor\":true",
                        "\"requestor\":true,\"colour\":1",
                        "AuditEvent.agent[0].colour is not an" + " element of FHIR R4"),
                replaced(
                        "\"requestor\":true",
                        "\"requestor\":true,\"Ada Example\":1",
                        "AuditEvent.agent[0] has an" + " element that FHIR R4 does not know there"),
                replaced(
                        "\"agent\":[",
                        "\"action\":\"R\",\"agent\":[",
                        "The record is not valid JSON from line 1, column"
                                + " 117 on; one FHIR R4 resource is required"),
                replaced(
                        "\"type\":{\"code\":\"rest\"}",
                        "\"type\":[]",
                        "AuditEvent.type must be a JSON object that is" + " not empty"),
                replaced(
                        "\"reference\":\"Patient/pat-1\"",
                        "\"display\":\"someone\"",
                        "AuditEvent.entity[0].what does"
                                + " not identify the patient; a reference such as Patient/123 or an identifier is required"),
                replaced(
                        "\"AuditEvent\"",
                        "\"Patient\"",
                        "resourceType is not one that is read here; allowed:" + " AuditEvent"),
                Arguments.of("{}", "resourceType is missing; allowed: AuditEvent"),
                Arguments.of("[1]", "The record is not a JSON object; one FHIR R4 resource in JSON is required"),
                Arguments.of("", "The record is not a JSON object; one FHIR R4 resource in JSON is required"),
                Arguments.of(
                        "{\"a\":",
                        "The record is not valid JSON from line 1, column 6 on; one FHIR R4 resource is"
                                + " required"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void shouldRefuseAndNeverQuote(String event, String message) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> reader.read(Samples.utf8(event)));

        assertThat(refusal).hasMessage(message);
    }

    @Test
    void shouldRefuseInvalidUtf8WithItsPlace() {
        byte[] raw = Samples.utf8(Samples.small("a"));
        raw[30] = (byte) 0xff;

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> reader.read(raw));

        assertThat(refusal).hasMessage("The record is not valid UTF-8 from byte 31 on; FHIR JSON is UTF-8");
    }

    @Test
    void shouldRefuseWhateverComes() {
        Random random = new Random(20260304);
        for (int round = 0; round < 3_000; round++) {
            byte[] raw = damaged(random);
            try {
                assertThat(reader.read(raw)).hasSize(1);
            } catch (Refusal refusal) {
                assertThat(refusal.getMessage()).isNotBlank();
            }
        }
    }

    /** Random bytes, or a good event with some bytes changed and its end cut off. */
    private static byte[] damaged(Random random) {
        if (random.nextInt(10) == 0) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] raw = Samples.balp("patient-read-server");
        for (int change = random.nextInt(4); change >= 0; change--) {
            raw[random.nextInt(raw.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : "{}[]\",:0".charAt(random.nextInt(8)));
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(raw, random.nextInt(raw.length)) : raw;
    }

    private static Arguments replaced(String part, String replacement, String message) {
        String event = Samples.small("a");
        assertThat(event).contains(part);
        return Arguments.of(event.replace(part, replacement), message);
    }
}
