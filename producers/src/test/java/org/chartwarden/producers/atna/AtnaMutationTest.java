package org.chartwarden.producers.atna;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.chartwarden.producers.doors.Act;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that somebody got wrong is read or refused; nothing else happens, whatever it is. */
class AtnaMutationTest {

    private static final int ROUNDS = 1_000;
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "/>",
            "\"",
            "&",
            "&lt;",
            "&#0;",
            "&x;",
            "<!--",
            "]]>",
            "<![CDATA[",
            "<?xml",
            "<!DOCTYPE a>",
            "\0",
            "^",
            "@");
    private static final List<Act> ACTS = Act.hundred();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldReadOrRefuseWhateverIsChanged(long seed) {
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] changed = changed(AtnaSamples.xml(ACTS.get(random.nextInt(ACTS.size()))), random);
            refused += isRefused(changed, "seed " + seed + ", round " + round) ? 1 : 0;
        }
        assertThat(refused).isBetween(ROUNDS / 10, ROUNDS - 1);
    }

    private static boolean isRefused(byte[] changed, String name) {
        return Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    try {
                        assertThat(AtnaSamples.READER.read(changed)).as(name).isNotEmpty();
                        return false;
                    } catch (Refusal refusal) {
                        assertThat(refusal.getMessage()).as(name).isNotBlank();
                        return true;
                    }
                },
                name);
    }

    private static byte[] changed(byte[] xml, Random random) {
        int place = random.nextInt(xml.length);
        int end = Math.min(xml.length, place + 1 + random.nextInt(30));
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(xml, place);
            case 1 -> joined(Arrays.copyOf(xml, place), Arrays.copyOfRange(xml, end, xml.length));
            case 2 -> joined(Arrays.copyOf(xml, end), Arrays.copyOfRange(xml, place, xml.length));
            case 3 -> {
                byte[] noise = xml.clone();
                noise[place] = (byte) random.nextInt(256);
                yield noise;
            }
            default ->
                joined(
                        joined(
                                Arrays.copyOf(xml, place),
                                PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8)),
                        Arrays.copyOfRange(xml, place, xml.length));
        };
    }

    private static byte[] joined(byte[] begin, byte[] rest) {
        byte[] both = Arrays.copyOf(begin, begin.length + rest.length);
        System.arraycopy(rest, 0, both, begin.length, rest.length);
        return both;
    }
}
