package org.chartwarden.producers.atna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AtnaRefusalTest {

    private static final String MESSAGE = """
            <AuditMessage>
            <EventIdentification EventActionCode="R" EventDateTime="2026-03-02T09:30:00Z" EventOutcomeIndicator="0">
            <EventID csd-code="110110" codeSystemName="DCM" originalText="Patient Record"/>
            </EventIdentification>
            <ActiveParticipant UserID="smith" UserIsRequestor="true"/>
            <AuditSourceIdentification AuditSourceID="emr-3"/>
            <ParticipantObjectIdentification ParticipantObjectID="p7" ParticipantObjectTypeCodeRole="1"/>
            </AuditMessage>
            """;

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("<AuditMessage>", "<Other/>", "The message is not well-formed XML (line 2, column N)"),
                Arguments.of("EventID csd", "Event csd", """
                        AuditMessage/EventIdentification/EventID is there 0 times; exactly one is required (DICOM PS3.15, A.5)"""),
                Arguments.of("EventDateTime=\"2026-03-02T09:30:00Z\"", "", """
                        AuditMessage/EventIdentification/@EventDateTime is missing; a time such as\
                         2026-01-31T08:15:00.000+01:00 is required (xsd:dateTime)"""),
                Arguments.of("2026-03-02T09:30:00Z", "2026-03-02", """
                        AuditMessage/EventIdentification/@EventDateTime is not a time such as\
                         2026-01-31T08:15:00.000+01:00 (xsd:dateTime)"""),
                Arguments.of("2026-03-02T09:30:00Z", "2026-04-02T09:30:00Z", """
                        AuditMessage/EventIdentification/@EventDateTime is more than 24 hours in the future; one such\
                         event would make every event of today look late. Correct the clock of the source"""),
                Arguments.of("ActionCode=\"R\"", "ActionCode=\"X\"", """
                        AuditMessage/EventIdentification/@EventActionCode is unknown; allowed: C, R, U, D, E (DICOM PS3.15)"""),
                Arguments.of("EventActionCode=\"R\"", "", """
                        AuditMessage/EventIdentification/@EventActionCode is missing, and the event may be of several;\
                         allowed: C, R, U, D, E"""),
                Arguments.of("Indicator=\"0\"", "Indicator=\"1\"", """
                        AuditMessage/EventIdentification/@EventOutcomeIndicator is unknown; allowed: 0, 4, 8, 12 (DICOM PS3.15)"""),
                Arguments.of("\"true\"", "\"yes\"", """
                        AuditMessage/ActiveParticipant/@UserIsRequestor is neither true nor false (xsd:boolean)"""),
                Arguments.of("ParticipantObjectID=\"p7\"", "ParticipantObjectID=\"^^^&amp;1.2\"", """
                        AuditMessage/ParticipantObjectIdentification/@ParticipantObjectID does not identify the patient; an\
                         id such as 123^^^&1.2.3&ISO is required"""),
                Arguments.of(
                        "<AuditMessage>",
                        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><AuditMessage>",
                        """
                        The message has a document type or an entity of its own; neither is allowed"""),
                Arguments.of("<AuditMessage>", "<?xml version='1.0' encoding='UTF-7'?><AuditMessage>", """
                        The XML declaration names a charset that is not read here; allowed: UTF-8, UTF-16, US-ASCII,\
                         ISO-8859-1 to -15, windows-1250 to -1258"""),
                Arguments.of("smith", "sm\u0001th", "The message is not well-formed XML (line 5, column N)"),
                Arguments.of("smith", "&undeclared;", "The message is not well-formed XML (line 5, column N)"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void shouldSayWhatIsWrongWithoutQuotingIt(String part, String replacement, String message) {
        String changed = MESSAGE.replace(part, replacement);
        assertThat(changed).isNotEqualTo(MESSAGE);

        assertThatThrownBy(() -> AtnaSamples.read(changed))
                .isInstanceOf(Refusal.class)
                .extracting(refusal -> refusal.getMessage().replaceAll("column \\d+", "column N"))
                .isEqualTo(message); // each JDK counts the columns in its own way
    }

    @Test
    void shouldRefuseBytesOfAnotherCharset() {
        byte[] latin = MESSAGE.replace("smith", "m\u00fcller").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> AtnaSamples.read(latin))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "The message has bytes that are not UTF-8; its XML declaration must name the charset that it"
                                + " is written in");
    }

    static Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of(
                        "entities",
                        "<!DOCTYPE a [<!ENTITY a0 \"x\">" + entities() + "]><AuditMessage>&a19;</AuditMessage>"),
                Arguments.of("many entities", "<!DOCTYPE a [" + "<!ENTITY a \"\">".repeat(500_000) + "]><a/>"),
                Arguments.of("length", "<!-- " + "x".repeat(8 << 20)),
                Arguments.of("depth", "<a>".repeat(1_000_000)),
                Arguments.of("elements", "<a>" + "<b/>".repeat(1_000_000) + "</a>"),
                Arguments.of("attributes", "<a" + attributes() + "/>"),
                Arguments.of("a name", "<" + "a".repeat(8_000_000) + "/>"),
                Arguments.of("skipped", "<AuditMessage><ParticipantObjectDetail>" + "<b>".repeat(100_000)));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void shouldRefuseABombAtOnce(String kind, String xml) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> AtnaSamples.read(xml))
                        .as(kind)
                        .isInstanceOf(Refusal.class)
                        .message()
                        .hasSizeLessThan(200));
    }

    private static String entities() {
        StringBuilder entities = new StringBuilder();
        for (int level = 1; level < 20; level++) {
            entities.append("<!ENTITY a%d \"%s\">".formatted(level, ("&a" + (level - 1) + ";").repeat(10)));
        }
        return entities.toString();
    }

    private static String attributes() {
        StringBuilder attributes = new StringBuilder();
        for (int index = 0; index < 150_000; index++) {
            attributes.append(" a").append(index).append("=''");
        }
        return attributes.toString();
    }
}
