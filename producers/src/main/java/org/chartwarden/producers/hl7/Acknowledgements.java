package org.chartwarden.producers.hl7;

import ca.uhn.hl7v2.parser.DefaultEscaping;
import ca.uhn.hl7v2.parser.EncodingCharacters;
import ca.uhn.hl7v2.parser.Escaping;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.chartwarden.producers.source.Refusal;

/**
 * The answers to messages (2.5.1, 2.9.2): in the sender's version, with the sender's separators. Safe for use by many
 * threads.
 */
final class Acknowledgements {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSxx").withZone(ZoneOffset.UTC);
    private static final String USUAL_SEPARATORS = "^~\\&";
    private static final EncodingCharacters USUAL_ENCODING = new EncodingCharacters('|', USUAL_SEPARATORS);
    private static final Escaping ESCAPING = new DefaultEscaping();
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
     * The answer to a message, as an MLLP block. When both levels are asked for, two blocks; but after the first one that
     * says no, the sender waits for no other.
     *
     * @param message need not be readable: what is known of its MSH is answered
     * @return empty when the sender asked for no answer
     */
    byte[] to(byte[] message, Verdict verdict) {
        Optional<Segment> header = header(message);
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        AnswerMode.of(header).stream()
                .filter(mode -> mode.asksFor(verdict))
                .limit(verdict.isAccepted() ? 2 : 1)
                .forEach(mode -> blocks.writeBytes(MllpFraming.block(encoded(header, mode, verdict))));
        return blocks.toByteArray();
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
        EncodingCharacters encoding = header.map(Segment::encoding).orElse(USUAL_ENCODING);
        List<String> segments = new ArrayList<>();
        segments.add(msh(header, encoding));
        boolean hasErrors = version(header).compareTo(FIRST_VERSION_WITH_ERRORS) >= 0;
        String words = verdict.isAccepted() || hasErrors ? "" : escaped(verdict.words(), encoding);
        segments.add(segment(encoding, "MSA", mode.level() + String.valueOf(verdict.kind()), raw(header, 10), words));
        if (!verdict.isAccepted() && hasErrors) {
            segments.add(err(verdict, encoding));
        }
        return (String.join("\r", segments) + "\r").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** From whom it went to whom is turned round. What is given back, is given back as it was sent, however long. */
    private String msh(Optional<Segment> header, EncodingCharacters encoding) {
        char component = encoding.getComponentSeparator();
        String event = Field.part(raw(header, 9), component, 2);
        return segment(
                encoding,
                "MSH",
                header.map(sent -> sent.raw(2)).orElse(USUAL_SEPARATORS),
                raw(header, 5),
                raw(header, 6),
                raw(header, 3),
                raw(header, 4),
                TIME.format(clock.instant()),
                "",
                event.isEmpty() ? "ACK" : "ACK" + component + event,
                Long.toString(ids.incrementAndGet(), Character.MAX_RADIX),
                text(header, 11).isEmpty() ? "P" : raw(header, 11),
                version(header),
                "",
                "",
                "",
                "",
                "",
                raw(header, 18));
    }

    /** Condition and place (2.5.1, 2.15.5). */
    private static String err(Verdict verdict, EncodingCharacters encoding) {
        char component = encoding.getComponentSeparator();
        String condition = String.valueOf(verdict.condition().getCode()) + component
                + escaped(verdict.condition().getMessage(), encoding) + component + "HL70357";
        String place = verdict.location().map(wrong -> wrong.text(component)).orElse("");
        return segment(encoding, "ERR", "", place, condition, "E", "", "", "", escaped(verdict.words(), encoding));
    }

    private static String segment(EncodingCharacters encoding, String... fields) {
        char separator = encoding.getFieldSeparator();
        String all = String.join(String.valueOf(separator), fields);
        int end = all.length();
        while (all.charAt(end - 1) == separator) {
            end--;
        }
        return all.substring(0, end);
    }

    private static String escaped(String words, EncodingCharacters encoding) {
        return ESCAPING.escape(words, encoding);
    }

    private static String version(Optional<Segment> header) {
        return text(header, 12).isEmpty() ? USUAL_VERSION : raw(header, 12);
    }

    private static Optional<String> text(Optional<Segment> header, int field) {
        return header.flatMap(sent -> sent.text(field));
    }

    private static String raw(Optional<Segment> header, int field) {
        return header.map(sent -> sent.raw(field)).orElse("");
    }
}
