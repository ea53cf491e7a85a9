package org.chartwarden.producers.atna;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwarden.producers.source.Refusal;

/**
 * Decodes an XML document as its byte order mark or its declaration says (XML 1.0, appendix F), else as UTF-8. Done before
 * parsing, since a parser lets some charsets' wrong bytes pass as replacement characters.
 */
final class XmlText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int DECLARATION_LENGTH = 200;
    private static final Pattern DECLARED = Pattern.compile("<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)");

    /** What hospitals have; a charset with states, such as UTF-7, would let text say one thing here and one there. */
    private static final Pattern ALLOWED =
            Pattern.compile("utf-8|utf-16(le|be)?|us-ascii|iso-8859-[0-9]{1,2}|windows-125[0-8]");

    private XmlText() {}

    /** @throws Refusal when the charset is not allowed, or the bytes are not of it */
    static String of(byte[] raw) throws Refusal {
        Charset charset = charset(raw);
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
            return text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
        } catch (CharacterCodingException e) {
            throw new Refusal("The message has bytes that are not " + charset.name()
                    + "; its XML declaration must name the charset that it is written in");
        }
    }

    private static Charset charset(byte[] raw) throws Refusal {
        if (begins(raw, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (begins(raw, 0xFE, 0xFF) || begins(raw, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        String head = new String(raw, 0, Math.min(raw.length, DECLARATION_LENGTH), StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARED.matcher(head);
        return declaration.find() && head.substring(0, declaration.start()).isBlank()
                ? declared(declaration.group(1).toLowerCase(Locale.ROOT))
                : StandardCharsets.UTF_8;
    }

    private static Charset declared(String name) throws Refusal {
        if (!ALLOWED.matcher(name).matches() || !Charset.isSupported(name)) {
            throw new Refusal(
                    "The XML declaration names a charset that is not read here; allowed: UTF-8, UTF-16, US-ASCII,"
                            + " ISO-8859-1 to -15, windows-1250 to -1258");
        }
        // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
        return name.startsWith("utf-16") ? StandardCharsets.UTF_8 : Charset.forName(name);
    }

    private static boolean begins(byte[] raw, int... mark) {
        for (int index = 0; index < mark.length; index++) {
            if (index >= raw.length || (raw[index] & 0xFF) != mark[index]) {
                return false;
            }
        }
        return true;
    }
}
