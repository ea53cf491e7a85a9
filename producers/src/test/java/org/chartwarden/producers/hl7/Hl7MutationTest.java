package org.chartwarden.producers.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.chartwarden.producers.net.Frame;
import org.chartwarden.producers.net.FramingException;
import org.chartwarden.producers.source.RawRecord;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever becomes of a message on its way, it is read or refused, and answered; nothing else happens, and not late. */
class Hl7MutationTest {

    private static final int ROUNDS = 500;
    private static final Duration NO_HANG = Duration.ofMinutes(1);
    private static final byte[] TELLING =
            "|^~\\&\r\n\"\u000b\u001c\u0000 \u00ff019APM".getBytes(StandardCharsets.ISO_8859_1);

    private final Hl7Reader reader = new Hl7Reader(Hl7Samples.SETTINGS, Hl7Samples.CLOCK);
    private final Acknowledgements answers = new Acknowledgements(Clock.systemUTC());

    static Stream<String> samples() {
        return Hl7Samples.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldReadOrRefuseAndAnswer(String sample) {
        byte[] message = Hl7Samples.sample(sample);
        Random random = new Random(sample.hashCode());
        Assertions.assertTimeoutPreemptively(NO_HANG, () -> {
            int refused = 0;
            for (int round = 0; round < ROUNDS; round++) {
                refused += isRefused(changed(message, random), sample + ", round " + round) ? 1 : 0;
            }
            assertThat(refused).isBetween(ROUNDS / 20, ROUNDS - 1);
        });
    }

    private boolean isRefused(byte[] message, String round) {
        try {
            reader.read(message);
            return false;
        } catch (Refusal refusal) {
            String answer = new String(answers.to(message, Verdict.of(refusal, message)), StandardCharsets.ISO_8859_1);
            assertThat(answer).as(round).matches("(?s)(\u000bMSH.*\rMSA.[AC][ER].*\r\u001c\r)?");
            return true;
        } catch (RuntimeException e) {
            throw new AssertionError(round, e);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldCutFilesWithoutLosingByte(String sample) throws IOException {
        Random random = new Random(sample.hashCode());
        for (int round = 0; round < ROUNDS / 5; round++) {
            byte[] file = changed(Hl7Samples.sample(sample), random);
            ByteArrayOutputStream records = new ByteArrayOutputStream();
            Hl7File cut = new Hl7File(new ByteArrayInputStream(file), 1 + random.nextInt(200));
            for (RawRecord record = cut.next(); record != null; record = cut.next()) {
                records.writeBytes(record.bytes());
            }
            assertThat(letters(records.toByteArray()))
                    .as(sample + ", round " + round)
                    .isEqualTo(letters(file));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldCutConnectionsWithoutLosingByte(String sample) {
        Random random = new Random(sample.hashCode());
        for (int round = 0; round < ROUNDS / 5; round++) {
            byte[] sent = changed(MllpFraming.block(Hl7Samples.sample(sample)), random);
            assertThat(letters(received(sent, random)))
                    .as(sample + ", round " + round)
                    .isEqualTo(letters(sent));
        }
    }

    /** All that reaches the reader of what was sent, in portions of any size. */
    private static byte[] received(byte[] sent, Random random) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        MllpFraming framing = new MllpFraming();
        ByteBuf arrived = Unpooled.buffer();
        try {
            for (int start = 0; start < sent.length; ) {
                int length = Math.min(sent.length - start, 1 + random.nextInt(50));
                arrived.writeBytes(sent, start, length);
                start += length;
                for (Frame frame = framing.next(arrived); frame != null; frame = framing.next(arrived)) {
                    received.writeBytes(frame.bytes());
                }
            }
            received.writeBytes(arrived.isReadable() ? framing.last(arrived).bytes() : new byte[0]);
        } catch (FramingException e) {
            // The server keeps what had arrived; what had not is the sender's to send again.
            received.writeBytes(Arrays.copyOfRange(sent, sent.length - remaining(received, sent), sent.length));
        }
        return received.toByteArray();
    }

    private static int remaining(ByteArrayOutputStream received, byte[] sent) {
        String all = letters(sent);
        String first = letters(received.toByteArray());
        assertThat(all).startsWith(first);
        int start = 0;
        for (int letters = 0; letters < first.length(); start++) {
            letters += letters(new byte[] {sent[start]}).length();
        }
        return sent.length - start;
    }

    /** Without what separates lines and blocks. */
    private static String letters(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[\r\n\u000b\u001c]", "");
    }

    /** A few bytes are other ones, or a part is left out, doubled, or cut off. */
    private static byte[] changed(byte[] message, Random random) {
        byte[] changed = message.clone();
        for (int times = random.nextInt(4); times >= 0; times--) {
            int position = random.nextInt(changed.length);
            int length = Math.min(random.nextInt(30), changed.length - position);
            switch (random.nextInt(5)) {
                case 0 -> changed = joined(changed, position, position + length); // left out
                case 1 -> changed = joined(changed, position + length, position); // doubled
                case 2 -> changed = Arrays.copyOf(changed, position + 1);
                case 3 -> changed[position] = (byte) random.nextInt(256);
                default -> changed[position] = TELLING[random.nextInt(TELLING.length)];
            }
        }
        return changed;
    }

    private static byte[] joined(byte[] bytes, int firstEnd, int secondStart) {
        byte[] joined = Arrays.copyOf(bytes, firstEnd + bytes.length - secondStart);
        System.arraycopy(bytes, secondStart, joined, firstEnd, bytes.length - secondStart);
        return joined.length == 0 ? new byte[] {'x'} : joined;
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void shouldReadOrRefuseBombsInShortTime(String bomb) {
        List<Boolean> outcome = Assertions.assertTimeoutPreemptively(
                NO_HANG, () -> List.of(isRefused(Hl7Samples.adt("A01", bomb), "bomb")));

        assertThat(outcome).hasSize(1);
    }

    static Stream<String> bombs() {
        int size = 60_000;
        return Stream.of("|", "^", "~", "&", "\\", "\\F\\", "a~", "a^", "a&", "a|", "\\X", "1~")
                .map(part -> "PID|||1^^^A^MR~" + part.repeat(size / part.length()) + "\nPV1|1|I|"
                        + part.repeat(size / part.length()) + "|".repeat(16) + "V1");
    }
}
