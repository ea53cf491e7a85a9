package org.chartwarden.producers.atna;

import java.util.Arrays;
import java.util.List;
import org.chartwarden.producers.source.Refusal;

/**
 * A syslog message (RFC 5424, and the older RFC 3164 that some send), which carries an audit message. Read in one pass:
 * the time is proportional to the length, whatever the bytes are.
 */
public final class SyslogMessage {

    private static final List<String> FIELDS = List.of("TIMESTAMP", "HOSTNAME", "APP-NAME", "PROCID", "MSGID");

    private SyslogMessage() {}

    /**
     * Whether these bytes are a syslog message at all, and not a bare audit message: whether they begin with {@code
     * <PRI>}.
     */
    public static boolean isSyslog(byte[] raw) {
        return raw.length > 1 && raw[0] == '<' && raw[1] >= '0' && raw[1] <= '9';
    }

    /**
     * What a whole syslog message carries. The header must be well-formed, but what it tells decides nothing.
     *
     * @param raw without what frames it
     * @return without the byte order mark before it and the line end after it; never empty
     * @throws Refusal naming the part of the header that is wrong
     */
    public static byte[] content(byte[] raw) throws Refusal {
        SyslogHeader header = new SyslogHeader(raw);
        header.priority();
        return content(raw, header.isVersioned() ? endOfHeader(header) : header.beginOfXml());
    }

    /** RFC 5424, section 6. */
    private static int endOfHeader(SyslogHeader header) throws Refusal {
        for (String field : FIELDS) {
            header.field(field);
        }
        header.structuredData();
        return header.position();
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
}
