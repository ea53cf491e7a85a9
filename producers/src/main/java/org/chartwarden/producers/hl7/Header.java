package org.chartwarden.producers.hl7;

import ca.uhn.hl7v2.parser.EncodingCharacters;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.chartwarden.producers.source.Refusal;

/**
 * The segment that begins each message and says how to read the rest (HL7 v2.5.1, 2.15.9).
 *
 * @param segment decoded byte by byte as ISO 8859-1, since the character set is said in it
 */
record Header(Segment segment) {

    /** No MSH is longer, and nothing behind it can be trusted when one is. */
    private static final int LIMIT = 8 * 1024;

    private static final int SEPARATOR = 3;
    private static final int FEWEST_ENCODING_CHARACTERS = 4;

    /** Since 2.7 there is a fifth, the truncation character. */
    private static final int MOST_ENCODING_CHARACTERS = 5;

    /** The one processing id for real patients. */
    private static final String PRODUCTION = "P";

    /** @throws Refusal when the bytes do not begin as a message does */
    static Header of(byte[] message) throws Refusal {
        String text = line(message);
        if (!text.startsWith("MSH") || text.length() <= SEPARATOR) {
            throw new Refusal("MSH", "is not at the beginning; a message begins with MSH and a field separator");
        }
        char separator = text.charAt(SEPARATOR);
        String others = Field.part(text, separator, 2);
        requireDistinct(separator, others);
        return new Header(new Segment("MSH", 1, text, new EncodingCharacters(separator, others)));
    }

    private static String line(byte[] message) throws Refusal {
        int end = 0;
        while (end < message.length && message[end] != '\r' && message[end] != '\n') {
            end++;
            if (end > LIMIT) {
                throw new Refusal("MSH", "is longer than " + LIMIT + " bytes; segments end with a carriage return");
            }
        }
        return new String(message, 0, end, StandardCharsets.ISO_8859_1);
    }

    private static void requireDistinct(char separator, String others) throws Refusal {
        String all = separator + others;
        boolean isUsable = others.length() >= FEWEST_ENCODING_CHARACTERS
                && others.length() <= MOST_ENCODING_CHARACTERS
                && all.chars().distinct().count() == all.length()
                && all.chars().allMatch(character -> character > ' ' && character < 127 && !isOfValues(character));
        if (!isUsable) {
            throw new Refusal(
                    "MSH-2", "is not usable; four or five different punctuation marks such as ^~\\& are required");
        }
    }

    /** What stands in numbers, codes and deleted values. */
    private static boolean isOfValues(int character) {
        return Character.isLetterOrDigit(character) || character == '"' || character == '.';
    }

    /** Refuses what is not meant for this system: another standard, or made-up patients. */
    void requireSupported() throws Refusal {
        if (!version().orElse("").matches("2(\\.\\d){1,2}")) {
            throw new Refusal("MSH-12", "is not a version that is read here; allowed: 2.1 to 2.8");
        }
        if (!PRODUCTION.equals(segment.text(11).orElse(PRODUCTION))) {
            throw new Refusal(
                    "MSH-11", "says that the message is for training or debugging; only P (production) is read here");
        }
    }

    /** MSH-9.1, such as {@code ADT}. */
    String type() {
        return segment.field(9).text(1).orElse("");
    }

    /** MSH-9.2, such as {@code A01}. */
    Optional<String> event() {
        return segment.field(9).text(2);
    }

    Optional<String> version() {
        return segment.text(12);
    }

    /** MSH-18. */
    Charset charset() throws Refusal {
        return CharacterSets.of(segment.text(18));
    }
}
