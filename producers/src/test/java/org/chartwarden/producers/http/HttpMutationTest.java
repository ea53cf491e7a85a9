package org.chartwarden.producers.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chartwarden.producers.fhir.Samples;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;

/** Whatever is changed in a body: it is answered, and is either stored or kept, once. */
class HttpMutationTest {

    private static final int ROUNDS = 400;

    @Test
    void shouldStoreOrKeepWhateverIsSent() throws Exception {
        String bundle =
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"resource\":%s},{\"resource\":%s}]}"
                        .formatted(Samples.small("a"), Samples.small("b"));
        try (HttpDoor door = HttpDoor.open(Map.of())) {
            for (int seed = 0; seed < ROUNDS; seed++) {
                byte[] body = changed(bundle.getBytes(StandardCharsets.UTF_8), new Random(seed));
                int before = door.output.positions().size();

                HttpResponse<String> response = door.send(
                        door.request("/").POST(BodyPublishers.ofByteArray(body)).build());

                int taken = door.output.positions().size() - before;
                assertThat(taken).as("seed %d", seed).isEqualTo(answered(response));
            }
            assertThat(door.output.produced()).hasSizeGreaterThan(ROUNDS / 10);
            assertThat(door.output.deadLetters()).hasSizeGreaterThan(ROUNDS / 10);
            assertThat(door.source.problem()).isEmpty();
        }
    }

    /** How many records the answer speaks of, save those that it did not let in. */
    private static long answered(HttpResponse<String> response) {
        if (response.statusCode() == 400) {
            assertThat(HttpDoor.diagnostics(response)).contains("kept in the dead-letter topic");
            return 1;
        }
        assertThat(response.statusCode()).isEqualTo(200);
        return HttpDoor.read(Bundle.class, response).getEntry().stream()
                .map(entry -> entry.getResponse().getStatus())
                .peek(status -> assertThat(status).isIn("201 Created", "400 Bad Request"))
                .count();
    }

    /** One to three places are overwritten, left out, repeated, or all after them is cut off. */
    private static byte[] changed(byte[] body, Random random) {
        byte[] changed = body;
        for (int change = random.nextInt(3); change >= 0; change--) {
            int place = random.nextInt(changed.length);
            int end = Math.min(changed.length, place + 1 + random.nextInt(8));
            changed = switch (random.nextInt(8)) {
                case 0 -> Arrays.copyOf(changed, Math.max(1, place));
                case 1 ->
                    joined(List.of(Arrays.copyOf(changed, place), Arrays.copyOfRange(changed, end, changed.length)));
                case 2 ->
                    joined(List.of(Arrays.copyOf(changed, end), Arrays.copyOfRange(changed, place, changed.length)));
                default -> overwritten(changed, place, random);
            };
        }
        return changed;
    }

    private static byte[] overwritten(byte[] body, int place, Random random) {
        byte[] changed = body.clone();
        changed[place] =
                (byte) (random.nextBoolean() ? random.nextInt(256) : "\"{}[],:0 \n".charAt(random.nextInt(10)));
        return changed;
    }

    private static byte[] joined(List<byte[]> parts) {
        byte[] whole = new byte[parts.stream().mapToInt(part -> part.length).sum() + 1];
        int length = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, length, part.length);
            length += part.length;
        }
        return Arrays.copyOf(whole, Math.max(1, length));
    }
}
