package org.chartwarden.producers.atna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyslogMessageTest {

    private static final String XML = "<AuditMessage/>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<85>1 2026-03-01T10:00:00.123456+01:00 ehr.example.org openehr 4711 IHE+RFC-3881 - \ufeff",
                "<85>1 - - - - - - ",
                "<85>1 yesterday - - - - - ",
                "<85>Oct 11 22:14:15 ehr openehr: ",
                "<85>Oct  1 22:14:15 ehr openehr[4711]: ",
                "<85>Oct  1 22:14:15 openehr: ",
                "<85>Oct 11 22:14:15 ",
                "<85>openehr: ",
                "<85>\ufeff",
                "<85>"
            })
    void shouldFindTheContentBehindTheHeader(String header) throws Refusal {
        byte[] content = content(header + XML + "\r\n\0");

        assertThat(content).asString(StandardCharsets.UTF_8).isEqualTo(XML);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a@1 b=\"c\"]",
                "[a@1]",
                "[a@1 b=\"c\"][d@2 e=\"f\"]",
                "[a@1 b=\"brackets ] [ and <AuditMessage>\"]",
                "[a@1 b=\"quote \\\" bracket \\] backslash \\\\\"]"
            })
    void shouldFindTheContentBehindStructuredData(String data) throws Refusal {
        byte[] content = content("<85>1 - - - - - " + data + " " + XML);

        assertThat(content).asString(StandardCharsets.UTF_8).isEqualTo(XML);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | PRI must be followed by what RFC 5424 asks for: the character <",
                "85>1 | PRI must be followed by what RFC 5424 asks for: the character <",
                "<>1 | PRI must be 0 to 191 in angle brackets",
                "<192>1 | PRI must be 0 to 191 in angle brackets",
                "<0085>1 | PRI must be followed by what RFC 5424 asks for: the character >",
                "<85>2 - - | VERSION must be 1 (RFC 5424); or, without it, an audit message must begin within 1024 bytes",
                "<85>1 | VERSION must be 1 (RFC 5424); or, without it, an audit message must begin within 1024 bytes",
                "<85>1 -  host | HOSTNAME must be 1 to 255 printable ASCII characters",
                "<85>1 - h\u00f6st - - - - x | HOSTNAME must be followed by what RFC 5424 asks for: a space",
                "<85>1 - - - - - x | STRUCTURED-DATA must be - or begin with [",
                "<85>1 - - - - - -x | STRUCTURED-DATA must be followed by what RFC 5424 asks for: a space",
                "<85>1 - - - - - [a b=\"]\" x | STRUCTURED-DATA has an element without its closing bracket",
                "<85>1 - - - - - [a b=\"\\ | STRUCTURED-DATA has an element without its closing bracket",
                "<85>1 - - - - - - | MSG is empty; it must carry an audit message",
            })
    void shouldRefuseAndNameWhatIsWrong(String raw, String reason) {
        assertThatThrownBy(() -> content(raw)).isInstanceOf(Refusal.class).hasMessage(reason);
    }

    @Test
    void shouldRefuseALongField() {
        assertThatThrownBy(() -> content("<85>1 - " + "h".repeat(256) + " - - - - x"))
                .isInstanceOf(Refusal.class)
                .hasMessage("HOSTNAME must be 1 to 255 printable ASCII characters");
    }

    @Test
    void shouldTellSyslogFromBareXml() {
        assertThat(SyslogMessage.isSyslog(utf8("<85>1 "))).isTrue();
        assertThat(SyslogMessage.isSyslog(utf8("<AuditMessage/>"))).isFalse();
        assertThat(SyslogMessage.isSyslog(utf8("<?xml?>"))).isFalse();
        assertThat(SyslogMessage.isSyslog(utf8("<"))).isFalse();
    }

    @Test
    void shouldReadOrRefuseWhateverBytesCome() {
        byte[] valid = utf8("<85>1 2026-03-01T10:00:00Z host app 1 IHE+RFC-3881 [a@1 b=\"c\\]\"] \ufeff" + XML);
        long seed = 20_260_301;
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            refused += isRefused(changed(valid, random), "seed " + seed + ", round " + round) ? 1 : 0;
        }
        assertThat(refused).isBetween(1_000, 19_000);
    }

    @Test
    void shouldTakeTimeInProportionToTheLength() {
        byte[] quotes = utf8("<85>1 - - - - - [" + "\"\\".repeat(8 << 20));
        byte[] elements = utf8("<85>1 - - - - - " + "[a]".repeat(4 << 20));

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(isRefused(quotes, "quotes")).isTrue();
            assertThat(isRefused(elements, "elements")).isTrue();
        });
    }

    private static boolean isRefused(byte[] raw, String which) {
        try {
            assertThat(SyslogMessage.content(raw)).as(which).isNotEmpty();
            return false;
        } catch (Refusal refusal) {
            assertThat(refusal.getMessage()).as(which).isNotBlank();
            return true;
        }
    }

    /** One to three bytes are changed, and sometimes the end is cut off. */
    private static byte[] changed(byte[] valid, Random random) {
        byte[] changed = Arrays.copyOf(valid, random.nextInt(3) == 0 ? random.nextInt(valid.length) : valid.length);
        for (int change = random.nextInt(3); change >= 0 && changed.length > 0; change--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private static byte[] content(String raw) throws Refusal {
        return SyslogMessage.content(utf8(raw));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
