package org.chartwarden.producers.hl7;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.chartwarden.producers.source.Refusal;

/** The character sets of HL7's table 0211 whose first 128 characters are ASCII, so that the separators can be found. */
final class CharacterSets {

    private static final String LATIN = "8859/";

    private CharacterSets() {}

    /**
     * The set that MSH-18 names. Where it names none, HL7 means ASCII, but many send UTF-8 or ISO 8859-1 all the same:
     * UTF-8 is read, of which ASCII is a part, and anything else is refused rather than guessed.
     */
    static Charset of(Optional<String> name) throws Refusal {
        String code = name.orElse("UTF-8").toUpperCase(Locale.ROOT);
        if (code.matches("(UNICODE )?UTF-?8")) {
            return StandardCharsets.UTF_8;
        }
        if (code.matches("(US-?)?ASCII")) {
            return StandardCharsets.US_ASCII;
        }
        String part = code.startsWith("ISO") ? code.substring(3).strip() : code;
        String latin = "ISO-8859-" + part.replaceFirst("^-?8859[/-]", "");
        if (latin.matches("ISO-8859-([1-9]|13|15)") && Charset.isSupported(latin)) {
            return Charset.forName(latin);
        }
        throw new Refusal(
                "MSH-18",
                "is not a character set that is read here; allowed: ASCII, " + LATIN + "1 to " + LATIN + "9, " + LATIN
                        + "15, UNICODE UTF-8");
    }

    /** @throws Refusal when there are bytes that the set does not have: a name with a hole in it is a wrong name */
    static String decode(byte[] message, Charset charset) throws Refusal {
        ByteBuffer bytes = ByteBuffer.wrap(message);
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(
                    "MSH-18",
                    "does not name the message's character set: byte " + (bytes.position() + 1) + " is not valid "
                            + charset.name());
        }
    }
}
