package org.chartwarden.producers.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.chartwarden.model.Patient;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Hl7ReaderTest {

    private static final String NAME = "PID|||1||M\u00fcller";

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "x # MSH is not at the beginning; a message begins with MSH and a field separator",
                "MSH # MSH is not at the beginning; a message begins with MSH and a field separator",
                "MSH|^~ # MSH-2 is not usable; four or five different punctuation marks such as ^~\\& are required",
                "MSH|^^\\&|A # MSH-2 is not usable; four or five different punctuation marks such as ^~\\& are required",
                "MSH|^~\\&|||||||ORU^R01||P|2.5 # MSH-9.1 is not a type of message that is read here;"
                        + " allowed: ADT, SIU, ORM, OMG, OML, OMI",
                "MSH|^~\\&|||||||||P|2.5 # MSH-9.1 is not a type of message that is read here;"
                        + " allowed: ADT, SIU, ORM, OMG, OML, OMI",
                "MSH|^~\\&|||||||ADT||P|2.5 # MSH-9.2 is no trigger event; such as A01 is required",
                "MSH|^~\\&|||||||ADT^ADMIT||P|2.5 # MSH-9.2 is no trigger event; such as A01 is required",
                "MSH|^~\\&|||||||ADT^A01||T|2.5 # MSH-11 says that the message is for training or debugging;"
                        + " only P (production) is read here",
                "MSH|^~\\&|||||||ADT^A01||P|3.0 # MSH-12 is not a version that is read here; allowed: 2.1 to 2.8",
                "MSH|^~\\&|||||||ADT^A01||P # MSH-12 is not a version that is read here; allowed: 2.1 to 2.8",
                "MSH|^~\\&|||||||ADT^A01||P|2.5||||||GB 18030-2000 # MSH-18 is not a character set that is read here;"
                        + " allowed: ASCII, 8859/1 to 8859/9, 8859/15, UNICODE UTF-8",
                "MSH|^~\\&|||||||ADT^A01||P|2.5!PID|||1\u00002 # PID has a control character; none but tab is allowed",
                "MSH|^~\\&|||||||ADT^A01||P|2.5!MSH|^~\\&| # MSH(2) begins another message;"
                        + " one message at a time is read",
            })
    void shouldRefuse(String message, String reason) {
        assertThat(Hl7Samples.refusal(Hl7Samples.message(message.replace('!', '\n'))))
                .hasMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1", "2.2", "2.3", "2.3.1", "2.4", "2.5", "2.5.1", "2.6", "2.7.1", "2.8", "2.5^DEU"})
    void shouldReadEachVersion(String version) throws Refusal {
        byte[] message = Hl7Samples.message("MSH|^~\\&|||||||ADT^A31||P|" + version + "\nPID|||1");

        assertThat(Hl7Samples.patient(message).getPatientId()).isEqualTo("1");
    }

    @Test
    void shouldTakeOtherSeparatorsAndFindEventInOldPlace() throws Refusal {
        byte[] message = Hl7Samples.message("MSH#*%?@#####20260101##ADT##P#2.2\nEVN#A31\nPID###1***H*MR##A?F?B*C");

        Patient patient = Hl7Samples.patient(message);

        assertThat(patient.getFamilyName()).isEqualTo("A#B");
        assertThat(patient.getGivenName()).isEqualTo("C");
        assertThat(patient.getUpdatedAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'',             UTF-8",
        "UNICODE UTF-8,  UTF-8",
        "utf8,           UTF-8",
        "8859/1,         ISO-8859-1",
        "ISO 8859-15,    ISO-8859-15",
        "8859/1~8859/2,  ISO-8859-1",
    })
    void shouldReadCharacterSet(String told, String charset) throws Refusal {
        Patient patient = Hl7Samples.patient(encoded(told, Charset.forName(charset)));

        assertThat(patient.getFamilyName()).isEqualTo("M\u00fcller");
    }

    @ParameterizedTest
    @CsvSource({"'', UTF-8", "UNICODE UTF-8, UTF-8", "ASCII, US-ASCII"})
    void shouldRefuseBytesThatCharacterSetDoesNotHave(String told, String charset) {
        byte[] message = encoded(told, StandardCharsets.ISO_8859_1);
        int position = new String(message, StandardCharsets.ISO_8859_1).indexOf('\u00fc') + 1;

        assertThat(Hl7Samples.refusal(message))
                .hasMessage("MSH-18 does not name the message's character set: byte %d is not valid %s"
                        .formatted(position, charset));
    }

    @Test
    void shouldRefuseMoreSegmentsThanAnyMessageHas() {
        byte[] message = Hl7Samples.adt("A01", "PID|||1\n".repeat(1_001));

        assertThat(Hl7Samples.refusal(message))
                .hasMessage("The message has more than 1000 segments that are read here");
    }

    @Test
    void shouldRefuseSegmentLongerThanAny() {
        byte[] message = Hl7Samples.adt("A01", "PID|||" + "&".repeat(65_536));

        assertThat(Hl7Samples.refusal(message)).hasMessage("PID is longer than 65536 characters");
    }

    @Test
    void shouldPassOverLargeSegmentsThatAreNotRead() throws Refusal {
        byte[] message = Hl7Samples.adt("A31", "PID|||1\nOBX|1|ED|" + "x".repeat(1 << 20) + "\r\n".repeat(1_000));

        assertThat(Hl7Samples.read(message)).hasSize(1);
    }

    @Test
    void shouldRefuseTimeThatIsNone() {
        assertThat(Hl7Samples.refusal(Hl7Samples.adt("A31", "PID|||1||||19801301")))
                .hasMessage("PID-7 is not a valid time of HL7 v2; such as 20260131, 202601310815 or"
                        + " 20260131081500+0100 is required");
    }

    private static byte[] encoded(String told, Charset charset) {
        return "MSH|^~\\&|||||||ADT^A31||P|2.5||||||%s\r%s"
                .formatted(told, NAME)
                .getBytes(charset);
    }
}
