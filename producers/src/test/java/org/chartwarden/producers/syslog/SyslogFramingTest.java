package org.chartwarden.producers.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.chartwarden.producers.net.Frame;
import org.chartwarden.producers.net.FramingException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyslogFramingTest {

    private static final int MEBIBYTE = 1 << 20;

    private final SyslogFraming framing = new SyslogFraming();
    private final ByteBuf arrived = Unpooled.buffer();

    @Test
    void shouldTellBothFramingsApartMessageByMessage() throws FramingException {
        List<Frame> frames = arrive("8 <85>1 \na<85>1 b\n8 <85>1 c\n\n\r\n\0<85>1 d\r\n<85>1 e\n");

        assertThat(texts(frames)).containsExactly("<85>1 \na", "<85>1 b", "<85>1 c\n", "<85>1 d\r", "<85>1 e");
        assertThat(reasons(frames)).isEmpty();
        assertThat(arrived.isReadable()).isFalse();
    }

    @Test
    void shouldCutAlikeWhereverTheBytesAreSplit() throws FramingException {
        String stream = "8 <85>1 \na<85>1 b\n\n12 <85>1 c\n1234<85>1 d\n";
        for (int first = 0; first <= stream.length(); first++) {
            for (int second = first; second <= stream.length(); second++) {
                SyslogFraming fresh = new SyslogFraming();
                ByteBuf bytes = Unpooled.buffer();
                List<Frame> frames = new ArrayList<>();
                for (String part : List.of(
                        stream.substring(0, first), stream.substring(first, second), stream.substring(second))) {
                    frames.addAll(arrive(fresh, bytes, part));
                }
                assertThat(texts(frames))
                        .as("split at %d and %d", first, second)
                        .containsExactly("<85>1 \na", "<85>1 b", "<85>1 c\n1234", "<85>1 d");
                assertThat(bytes.isReadable()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | A message must begin with its length in digits, or with <",
                "' <85>' | A message must begin with its length in digits, or with <",
                "0 <85> | The length of a message must be more than 0, and a space must follow",
                "12<85> | The length of a message must be more than 0, and a space must follow",
                "12a | The length of a message must be more than 0, and a space must follow",
                "67108865 < | The length of a message must be at most 67,108,864",
                "99999999999 | The length of a message must be at most 67,108,864",
                "00000000001 | The length of a message must be at most 67,108,864"
            })
    void shouldSayHowTheFramingIsBroken(String stream, String reason) {
        assertThatThrownBy(() -> arrive(stream))
                .isInstanceOf(FramingException.class)
                .hasMessage(reason);
    }

    @Test
    void shouldNoticeALengthThatIsTooShort() throws FramingException {
        assertThatThrownBy(() -> arrive("5 <85>1 - - -\n")).isInstanceOf(FramingException.class);
    }

    @Test
    void shouldTakeAMessageAsLongAsAllowed() throws FramingException {
        String message = "<" + "x".repeat(MEBIBYTE - 1);

        List<Frame> frames = arrive(MEBIBYTE + " " + message + message + "\n");

        assertThat(texts(frames)).containsExactly(message, message);
        assertThat(reasons(frames)).isEmpty();
    }

    @Test
    void shouldGiveUpALongMessageInPartsAndGoOn() throws FramingException {
        String counted = "<" + "x".repeat(2 * MEBIBYTE + 9);
        String line = "<" + "y".repeat(MEBIBYTE + 4);

        List<Frame> frames = arrive(counted.length() + " " + counted + line + "\n<85>1 next\n");

        assertThat(frames.stream().map(frame -> frame.bytes().length))
                .containsExactly(MEBIBYTE, MEBIBYTE, 10, MEBIBYTE, 5, 10);
        assertThat(reasons(frames))
                .containsExactly(
                        "The message is longer than 1,048,576 bytes; this is its part 1",
                        "The message is longer than 1,048,576 bytes; this is its part 2",
                        "The message is longer than 1,048,576 bytes; this is its part 3",
                        "The message is longer than 1,048,576 bytes; this is its part 1",
                        "The message is longer than 1,048,576 bytes; this is its part 2");
        assertThat(String.join("", texts(frames))).isEqualTo(counted + line + "<85>1 next");
    }

    @Test
    void shouldEndALineThatDoesNotEnd() throws FramingException {
        arrived.writeByte('<');
        byte[] mebibyte = new byte[MEBIBYTE];
        Arrays.fill(mebibyte, (byte) 'x');
        for (int part = 1; part <= 64; part++) {
            arrived.writeBytes(mebibyte);
            assertThat(framing.next(arrived).refusal())
                    .hasMessage("The message is longer than 1,048,576 bytes; this is its part " + part);
            assertThat(framing.next(arrived)).isNull();
            arrived.discardReadBytes();
        }
        arrived.writeBytes(mebibyte);

        assertThatThrownBy(() -> framing.next(arrived))
                .isInstanceOf(FramingException.class)
                .hasMessage("A message must not be longer than 67,108,864 bytes");
        assertThat(arrived.readableBytes()).isEqualTo(MEBIBYTE + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<85>1 whole | <85>1 whole | ",
                "9 <85>1 | <85>1 | The connection ended within the message",
                "12 | 12 | The connection ended within the message"
            })
    void shouldSayWhatIsLeftAtTheEnd(String stream, String bytes, String reason) throws FramingException {
        assertThat(arrive(stream)).isEmpty();

        Frame last = framing.last(arrived);

        assertThat(texts(List.of(last))).containsExactly(bytes);
        assertThat(last.refusal() == null ? null : last.refusal().getMessage()).isEqualTo(reason);
        assertThat(arrived.isReadable()).isFalse();
    }

    @Test
    void shouldSayNothingOfLineEndsAtTheEnd() {
        assertThat(framing.last(arrived.writeBytes(utf8("\r\n\0")))).isNull();
    }

    @Test
    void shouldKeepTheRestOfALongLineAtTheEnd() throws FramingException {
        arrive("<" + "x".repeat(MEBIBYTE + 5));

        assertThat(framing.last(arrived).refusal()).hasMessage("The connection ended within the message");
    }

    @Test
    void shouldSearchEachByteOfADripOnce() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            arrived.writeByte('<');
            for (int drip = 0; drip < MEBIBYTE - 2; drip++) {
                assertThat(framing.next(arrived.writeByte('x'))).isNull();
            }
        });
    }

    /** Whatever comes is cut, refused or left, and what is cut is exactly what came. */
    @Test
    void shouldLoseNoByteOfAnything() {
        long seed = 6_587;
        Random random = new Random(seed);
        String alphabet = "<<0123456789  \n\r\0x>";
        int broken = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder stream = new StringBuilder(round % 2 == 0 ? "<8 x\n6 <5>1 x<85>1\n" : "");
            for (int length = random.nextInt(60); length > 0; length--) {
                int where = random.nextInt(stream.length() + 1);
                stream.insert(where, alphabet.charAt(random.nextInt(alphabet.length())));
            }
            broken += isBroken(stream.toString(), "seed " + seed + ", round " + round) ? 1 : 0;
        }
        assertThat(broken).isBetween(1_000, 19_000);
    }

    private static boolean isBroken(String stream, String which) {
        SyslogFraming fresh = new SyslogFraming();
        ByteBuf bytes = Unpooled.buffer();
        List<Frame> frames = new ArrayList<>();
        boolean isBroken = false;
        try {
            bytes.writeBytes(utf8(stream));
            for (Frame frame = fresh.next(bytes); frame != null; frame = fresh.next(bytes)) {
                frames.add(frame);
            }
            Frame last = fresh.last(bytes);
            if (last != null) {
                frames.add(last);
            }
        } catch (FramingException e) {
            isBroken = true;
        }
        String cut = String.join("", texts(frames)) + bytes.toString(StandardCharsets.UTF_8);
        String skipped = "[\\d\\s\\x00]+";
        assertThat(cut.replaceAll(skipped, "")).as(which).isEqualTo(stream.replaceAll(skipped, ""));
        return isBroken;
    }

    private List<Frame> arrive(String bytes) throws FramingException {
        return arrive(framing, arrived, bytes);
    }

    private static List<Frame> arrive(SyslogFraming framing, ByteBuf arrived, String bytes) throws FramingException {
        arrived.writeBytes(utf8(bytes));
        List<Frame> frames = new ArrayList<>();
        for (Frame frame = framing.next(arrived); frame != null; frame = framing.next(arrived)) {
            frames.add(frame);
        }
        return frames;
    }

    private static List<String> texts(List<Frame> frames) {
        return frames.stream()
                .map(frame -> new String(frame.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> reasons(List<Frame> frames) {
        return frames.stream()
                .filter(frame -> frame.refusal() != null)
                .map(frame -> frame.refusal().getMessage())
                .toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
