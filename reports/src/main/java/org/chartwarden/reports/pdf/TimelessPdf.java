package org.chartwarden.reports.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the clock out of what FOP wrote, so that the same content gives the same bytes. FOP reads it in two places that
 * no setting reaches: the metadata's date (XMP's MetadataDate) and the file's identifier (ISO 32000-1, 14.4). Both are
 * replaced by values of the same length, since a PDF file holds the offsets of its parts.
 */
final class TimelessPdf {

    private static final Pattern METADATA_DATE = Pattern.compile("(?<=<xmp:MetadataDate>)[^<]+");
    private static final Pattern IDENTIFIER = Pattern.compile("(?<=/ID \\[<)(\\p{XDigit}{32})> <(\\p{XDigit}{32})>\\]");
    private static final String NO_IDENTIFIER = "0".repeat(32);
    private static final int IDENTIFIER_BYTES = 16;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private TimelessPdf() {}

    /**
     * @param pdf as FOP wrote it; changed in place
     * @param madeAt what stands for the time at which it was written
     */
    static byte[] of(byte[] pdf, Instant madeAt) {
        Matcher date = found(METADATA_DATE, pdf);
        put(pdf, date.start(), sameLength(madeAt, date.group()));
        Matcher identifier = found(IDENTIFIER, pdf);
        putIdentifier(pdf, identifier, NO_IDENTIFIER);
        putIdentifier(pdf, identifier, HEX.formatHex(Arrays.copyOf(sha256(pdf), IDENTIFIER_BYTES)));
        return pdf;
    }

    /** The one match that FOP writes; text that a reader sees is compressed, so it cannot be mistaken for it. */
    private static Matcher found(Pattern pattern, byte[] pdf) {
        Matcher matcher = pattern.matcher(new String(pdf, StandardCharsets.ISO_8859_1)); // a byte a character
        if (!matcher.find()) {
            throw new IllegalStateException("FOP wrote no " + pattern);
        }
        return matcher;
    }

    /** To the second, in UTC: as FOP writes it where the clock shows UTC, else as it writes it elsewhere. */
    private static String sameLength(Instant time, String found) {
        String utc = time.truncatedTo(ChronoUnit.SECONDS).toString();
        return found.endsWith("Z") ? utc : utc.replace("Z", "+00:00");
    }

    private static void putIdentifier(byte[] pdf, Matcher place, String identifier) {
        put(pdf, place.start(1), identifier);
        put(pdf, place.start(2), identifier);
    }

    private static void put(byte[] pdf, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, pdf, at, bytes.length);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
