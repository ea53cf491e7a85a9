package org.chartwarden.producers.atna;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.chartwarden.producers.source.Refusal;

/**
 * A syslog message (RFC 5424, and the older RFC 3164 that some send), which carries an audit message. Read in one pass:
 * the time is proportional to the length, whatever the bytes are.
 *
 * @param hostname who sent it; null when not told
 * @param appName the program that sent it; null when not told
 * @param timestamp when it was sent; null when not told, or told without a zone as RFC 3164 does
 * @param messageId such as {@code IHE+RFC-3881}; null when not told
 * @param content what it carries, without the byte order mark before it and the line end after it; never empty
 */
public record SyslogMessage(String hostname, String appName, Instant timestamp, String messageId, byte[] content) {

    /**
     * Whether these bytes are a syslog message at all, and not a bare audit message: whether they begin with {@code
     * <PRI>}.
     */
    public static boolean isSyslog(byte[] raw) {
        return raw.length > 1 && raw[0] == '<' && raw[1] >= '0' && raw[1] <= '9';
    }

    /**
     * Reads a whole syslog message.
     *
     * @param raw without what frames it
     * @throws Refusal naming the part of the header that is wrong
     */
    public static SyslogMessage of(byte[] raw) throws Refusal {
        SyslogHeader header = new SyslogHeader(raw);
        header.priority();
        return header.isVersioned() ? modern(header, raw) : old(header, raw);
    }

    /** RFC 5424, section 6. */
    private static SyslogMessage modern(SyslogHeader header, byte[] raw) throws Refusal {
        Instant timestamp = instant(header.field("TIMESTAMP"));
        String hostname = told(header.field("HOSTNAME"));
        String appName = told(header.field("APP-NAME"));
        header.field("PROCID");
        String messageId = told(header.field("MSGID"));
        header.structuredData();
        return new SyslogMessage(hostname, appName, timestamp, messageId, content(raw, header.position()));
    }

    /** RFC 3164: {@code Oct 11 22:14:15 host tag: content}, of which senders leave out what they like. */
    private static SyslogMessage old(SyslogHeader header, byte[] raw) throws Refusal {
        int begin = header.beginOfXml();
        String[] words = header.textUntil(begin).strip().split(" +");
        boolean isDated = words.length > 2 && words[2].indexOf(':') > 0;
        int next = isDated ? 3 : 0;
        String last = words[words.length - 1];
        boolean isTagged = last.endsWith(":");
        boolean isHosted = words.length - next > (isTagged ? 1 : 0) && !words[next].isEmpty();
        return new SyslogMessage(
                isHosted ? words[next] : null,
                isTagged ? last.substring(0, last.length() - 1).replaceFirst("\\[.*", "") : null,
                null,
                null,
                content(raw, begin));
    }

    private static byte[] content(byte[] raw, int position) throws Refusal {
        int begin = position;
        if (raw.length - begin >= 3
                && raw[begin] == (byte) 0xef
                && raw[begin + 1] == (byte) 0xbb
                && raw[begin + 2] == (byte) 0xbf) {
            begin += 3;
        }
        int end = raw.length;
        while (end > begin && raw[end - 1] >= 0 && raw[end - 1] <= ' ') {
            end--;
        }
        if (begin == end) {
            throw new Refusal("MSG", "is empty; it must carry an audit message");
        }
        return Arrays.copyOfRange(raw, begin, end);
    }

    private static String told(String field) {
        return field.equals("-") ? null : field;
    }

    /** The time of the header decides nothing, so one that is not well-formed counts as not told. */
    private static Instant instant(String field) {
        try {
            return OffsetDateTime.parse(field).toInstant();
        } catch (DateTimeException notTold) {
            return null;
        }
    }
}
