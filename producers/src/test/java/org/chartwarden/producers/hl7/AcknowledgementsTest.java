package org.chartwarden.producers.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.v251.message.ACK;
import ca.uhn.hl7v2.model.v251.segment.MSH;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcknowledgementsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
    private static final String ID = Long.toString(CLOCK.millis() * 1_000 + 1, 36);
    private static final String ADT = "MSH|^~\\&|ADT^1.2^ISO|H&S|CW|D\\T\\E|20260301||ADT^A01^ADT_A01|M|P|2.5.1";

    private final Acknowledgements answers = new Acknowledgements(CLOCK);

    @Test
    void shouldAcceptInTheSendersWords() {
        byte[] message = Hl7Samples.message(ADT + "||||||UNICODE UTF-8\nPID|||1");

        assertThat(text(answers.to(message, Verdict.ACCEPTED)))
                .isEqualTo("\u000bMSH|^~\\&|CW|D\\T\\E|ADT^1.2^ISO|H&S|20260301080000.000+0000||ACK^A01|" + ID
                        + "|P|2.5.1||||||UNICODE UTF-8\rMSA|AA|M\r\u001c\r");
    }

    @Test
    void shouldBeReadByHapi() throws HL7Exception {
        ACK answer = parsed(answers.to(Hl7Samples.message(ADT), refused("PID-3(2).5", "is wrong")));

        MSH header = answer.getMSH();
        assertThat(header.getSendingApplication().getNamespaceID().getValue()).isEqualTo("CW");
        assertThat(header.getSendingFacility().getNamespaceID().getValue()).isEqualTo("D&E");
        assertThat(header.getReceivingApplication().getUniversalID().getValue()).isEqualTo("1.2");
        assertThat(header.getDateTimeOfMessage().getTime().getValueAsDate().toInstant())
                .isEqualTo(CLOCK.instant());
        assertThat(header.getMessageType().encode()).isEqualTo("ACK^A01");
        assertThat(answer.getMSA().encode()).isEqualTo("MSA|AE|M");
        assertThat(answer.getERR().encode())
                .isEqualTo("ERR||PID^1^3^2^5|101^Required field missing^HL70357|E||||"
                        + "PID-3(2).5 is wrong. It is kept as a dead letter.");
    }

    @ParameterizedTest
    @CsvSource({
        "MSH-9.1,   AR, 200",
        "MSH-9.2,   AR, 201",
        "MSH-11,    AR, 202",
        "MSH-12,    AR, 203",
        "MSH-18,    AE, 103",
        "EVN,       AE, 100",
        "PV1-19,    AE, 101",
        "MSH-10,    AE, 102",
        "'',        AE, 102",
    })
    void shouldSayWhatIsWrong(String path, String code, String condition) throws HL7Exception {
        ACK answer = parsed(answers.to(Hl7Samples.message(ADT), refused(path, "is wrong")));

        assertThat(answer.getMSA().getAcknowledgmentCode().getValue()).isEqualTo(code);
        assertThat(answer.getERR().getHL7ErrorCode().getIdentifier().getValue()).isEqualTo(condition);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1", "2.3", "2.3.1", "2.4"})
    void shouldSayInWordsWhatOldVersionsHaveNoSegmentFor(String version) {
        byte[] message = Hl7Samples.message("MSH|^~\\&|A|B|C|D|20260301||ADT^A01|M|P|" + version);

        assertThat(text(answers.to(message, refused("PID", "is | wrong"))))
                .isEqualTo("\u000bMSH|^~\\&|C|D|A|B|20260301080000.000+0000||ACK^A01|" + ID + "|P|" + version
                        + "\rMSA|AE|M|PID is \\F\\ wrong. It is kept as a dead letter.\r\u001c\r");
    }

    @Test
    void shouldAskForRepetitionWhenNothingIsStored() {
        assertThat(text(answers.to(Hl7Samples.message(ADT), Verdict.NOT_STORED)))
                .endsWith("\rMSA|AR|M\rERR|||207^Application internal error^HL70357|E||||"
                        + "Not stored for certain. Send it again.\r\u001c\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "MSH", "MSH|^~", "MSH|||||||||", "\u0000\u0001"})
    void shouldAnswerEvenWhatIsNoMessage(String message) {
        byte[] answer = answers.to(message.getBytes(StandardCharsets.UTF_8), refused("MSH", "is not at the beginning"));

        assertThat(text(answer))
                .isEqualTo("\u000bMSH|^~\\&|||||20260301080000.000+0000||ACK|" + ID
                        + "|P|2.5.1\rMSA|AE\rERR||MSH^1|102^Data type error^HL70357|E||||"
                        + "MSH is not at the beginning. It is kept as a dead letter.\r\u001c\r");
    }

    @Test
    void shouldAnswerWithTheSendersSeparators() {
        byte[] message = Hl7Samples.message("MSH#*%?@#A*1#B###20260301##ADT*A01#M#P#2.5");

        assertThat(text(answers.to(message, Verdict.ACCEPTED)))
                .isEqualTo(
                        "\u000bMSH#*%?@###A*1#B#20260301080000.000+0000##ACK*A01#" + ID + "#P#2.5\rMSA#AA#M\r\u001c\r");
    }

    @Test
    void shouldGiveBackBytesOfAnyCharacterSet() {
        byte[] message = Hl7Samples.message("MSH|^~\\&|\u00c4DT|B|||20260301||ADT^A01|\u00dc1|P|2.5");

        assertThat(new String(answers.to(message, Verdict.ACCEPTED), StandardCharsets.UTF_8))
                .contains("|\u00c4DT|B|")
                .contains("MSA|AA|\u00dc1\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1&2", "\"\"", "M\\", "a^b~c", " M "})
    void shouldGiveBackTheControlIdAsItWasSent(String id) {
        byte[] message = Hl7Samples.message("MSH|^~\\&|A|B|C|D|20260301||ADT^A01|" + id + "|P|2.5.1");

        assertThat(text(answers.to(message, Verdict.ACCEPTED))).contains("\rMSA|AA|" + id + "\r");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 9, 10, 11, 12, 18})
    void shouldAnswerHoweverLongAnElementIs(int field) {
        String[] fields = (ADT + "||||||").split("\\|", -1);
        fields[field - 1] = "ADT^" + "x".repeat(300);

        byte[] answer = answers.to(Hl7Samples.message(String.join("|", fields)), Verdict.ACCEPTED);

        assertThat(text(answer)).contains("x".repeat(300)).contains("\rMSA|AA|");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', AA, AE, AR",
        "AL, NE, CA, CE, CR",
        "AL, AL, CA, CE, CR",
        "ER, NE, '', CE, CR",
        "SU, NE, CA, '', CR",
        "NE, AL, AA, AE, AR",
        "'', AL, AA, AE, AR",
        "NE, ER, '', AE, AR",
        "NE, NE, '', '', AR",
        "NE, '', '', '', AR",
    })
    void shouldAnswerAsTheSenderAsks(String accept, String application, String good, String bad, String lost) {
        byte[] message = Hl7Samples.message(ADT + "|||" + accept + "|" + application);

        assertThat(code(answers.to(message, Verdict.ACCEPTED))).isEqualTo(good);
        assertThat(code(answers.to(message, refused("PID-3", "is wrong")))).isEqualTo(bad);
        assertThat(code(answers.to(message, Verdict.NOT_STORED))).isEqualTo(lost);
    }

    @Test
    void shouldAnswerTwiceWhereBothLevelsAreAskedFor() {
        byte[] message = Hl7Samples.message(ADT + "|||AL|AL");

        assertThat(text(answers.to(message, Verdict.ACCEPTED)).split("MSA\\|"))
                .extracting(part -> part.substring(0, 2))
                .containsExactly("\u000bM", "CA", "AA");
        assertThat(text(answers.to(message, refused("PID-3", "is wrong")))).containsOnlyOnce("MSA|");
    }

    private static Verdict refused(String path, String problem) {
        Refusal refusal = path.isEmpty() ? new Refusal("All " + problem) : new Refusal(path, problem);
        return Verdict.of(refusal, Hl7Samples.message(ADT));
    }

    private static String code(byte[] answer) {
        String text = text(answer);
        int start = text.indexOf("MSA|");
        return start < 0 ? text : text.substring(start + 4, start + 6);
    }

    private static String text(byte[] answer) {
        return new String(answer, StandardCharsets.ISO_8859_1);
    }

    /** Without MLLP's marks, as HAPI reads it. */
    private static ACK parsed(byte[] answer) throws HL7Exception {
        DefaultHapiContext context = new DefaultHapiContext(ValidationContextFactory.defaultValidation());
        context.setModelClassFactory(new CanonicalModelClassFactory("2.5.1"));
        return (ACK) new PipeParser(context).parse(text(answer).substring(1, answer.length - 2));
    }
}
