package org.chartwarden.producers.hl7;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.DataTypeException;
import ca.uhn.hl7v2.model.v251.datatype.HD;
import ca.uhn.hl7v2.model.v251.message.ACK;
import ca.uhn.hl7v2.model.v251.segment.ERR;
import ca.uhn.hl7v2.model.v251.segment.MSA;
import ca.uhn.hl7v2.model.v251.segment.MSH;
import ca.uhn.hl7v2.parser.EncodingCharacters;
import ca.uhn.hl7v2.parser.PipeParser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.chartwarden.producers.source.Refusal;

/**
 * The answers to messages (2.5.1, 2.9.2): in the sender's version, with the sender's separators. Safe for use by many
 * threads.
 */
final class Acknowledgements {

    private static final byte[] NO_ANSWER = {};
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSxx").withZone(ZoneOffset.UTC);
    private static final String USUAL_SEPARATORS = "|^~\\&";
    private static final String USUAL_VERSION = "2.5.1";

    /** What went before has no ERR-2 and ERR-3, only words in MSA-3. */
    private static final String FIRST_VERSION_WITH_ERRORS = "2.5";

    private final Clock clock;
    private final AtomicLong ids;

    Acknowledgements(Clock clock) {
        this.clock = clock;
        this.ids = new AtomicLong(clock.millis() * 1_000); // goes on after a restart
    }

    /**
     * The answer to a message, as an MLLP block.
     *
     * @param message need not be readable: what is known of its MSH is answered
     * @return empty when the sender asked for no answer
     */
    byte[] to(byte[] message, Verdict verdict) {
        Optional<Segment> header = header(message);
        AnswerMode mode = AnswerMode.of(header);
        return mode.asksFor(verdict) ? MllpFraming.block(encoded(header, mode, verdict)) : NO_ANSWER;
    }

    private static Optional<Segment> header(byte[] message) {
        try {
            return Optional.of(Header.of(message).segment());
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    /** As ISO 8859-1, as which the header was decoded: whatever the sender's character set, its bytes come back. */
    private byte[] encoded(Optional<Segment> header, AnswerMode mode, Verdict verdict) {
        String separators = header.map(Acknowledgements::separators).orElse(USUAL_SEPARATORS);
        EncodingCharacters encoding = new EncodingCharacters(separators.charAt(0), separators.substring(1));
        try {
            ACK answer = new ACK();
            answer.getMSH().getFieldSeparator().setValue(separators.substring(0, 1));
            answer.getMSH().getEncodingCharacters().setValue(separators.substring(1));
            fill(answer.getMSH(), header);
            fill(answer.getMSA(), header, mode.level() + String.valueOf(verdict.kind()));
            explain(answer, verdict);
            return PipeParser.encode(answer, encoding).getBytes(StandardCharsets.ISO_8859_1);
        } catch (HL7Exception e) {
            throw new IllegalStateException("An acknowledgement takes any text", e);
        }
    }

    /** MSH-1 and MSH-2, as they stand there. */
    private static String separators(Segment sent) {
        char first = sent.encoding().getFieldSeparator();
        return first + Field.part(sent.text(), first, 2);
    }

    /** From whom it went to whom is turned round. */
    private void fill(MSH answer, Optional<Segment> header) throws DataTypeException {
        answer.getDateTimeOfMessage().getTime().setValue(TIME.format(clock.instant()));
        answer.getMessageType().getMessageCode().setValue("ACK");
        answer.getMessageControlID().setValue(Long.toString(ids.incrementAndGet(), Character.MAX_RADIX));
        answer.getProcessingID().getProcessingID().setValue(text(header, 11).orElse("P"));
        answer.getVersionID().getVersionID().setValue(text(header, 12).orElse(USUAL_VERSION));
        if (header.isPresent()) {
            Segment sent = header.get();
            copy(sent.field(5), answer.getSendingApplication());
            copy(sent.field(6), answer.getSendingFacility());
            copy(sent.field(3), answer.getReceivingApplication());
            copy(sent.field(4), answer.getReceivingFacility());
            answer.getMessageType()
                    .getTriggerEvent()
                    .setValue(sent.field(9).text(2).orElse(null));
            answer.getCharacterSet(0).setValue(sent.text(18).orElse(null));
        }
    }

    private static void copy(Field name, HD to) throws DataTypeException {
        to.getNamespaceID().setValue(name.text(1).orElse(null));
        to.getUniversalID().setValue(name.text(2).orElse(null));
        to.getUniversalIDType().setValue(name.text(3).orElse(null));
    }

    private static void fill(MSA answer, Optional<Segment> header, String code) throws DataTypeException {
        answer.getAcknowledgmentCode().setValue(code);
        answer.getMessageControlID().setValue(text(header, 10).orElse(null));
    }

    private static Optional<String> text(Optional<Segment> header, int field) {
        return header.flatMap(sent -> sent.text(field));
    }

    private static void explain(ACK answer, Verdict verdict) throws DataTypeException {
        String version = answer.getMSH().getVersionID().getVersionID().getValue();
        if (verdict.isAccepted()) {
            return;
        }
        if (version.compareTo(FIRST_VERSION_WITH_ERRORS) < 0) {
            answer.getMSA().getTextMessage().setValue(verdict.words());
            return;
        }
        ERR error = answer.getERR();
        if (verdict.location().isPresent()) {
            verdict.location().get().fill(error.getErrorLocation(0));
        }
        error.getHL7ErrorCode()
                .getIdentifier()
                .setValue(String.valueOf(verdict.condition().getCode()));
        error.getHL7ErrorCode().getText().setValue(verdict.condition().getMessage());
        error.getHL7ErrorCode().getNameOfCodingSystem().setValue("HL70357");
        error.getSeverity().setValue("E");
        error.getUserMessage().setValue(verdict.words());
    }
}
