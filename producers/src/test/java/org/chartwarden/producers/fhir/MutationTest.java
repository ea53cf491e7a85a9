package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A resource that somebody got a little wrong is read or refused; nothing else happens, whatever it is. */
class MutationTest {

    private static final int ROUNDS = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "\"\"",
            "\"x\"",
            "\"2026-13-01\"",
            "\"+026-03-01\"",
            "\"2026\"",
            "\"99:00\"",
            "[]",
            "[null]",
            "[{}]",
            "{}",
            "{\"reference\":\"#x\"}",
            "{\"reference\":\"Patient?x=1\"}",
            "{\"value\":\" \"}",
            "1e-2147483648",
            "\"\\u0000\"",
            "{\"extension\":[{\"url\":\"x\",\"valueInteger64\":\"7\"}]}");

    private final RecordReader context = new ContextReader(Samples.CLOCK, ZoneOffset.UTC);
    private final RecordReader audit = new AuditEventReader(Samples.CLOCK);

    static Stream<String> resources() throws IOException {
        try (InputStream lines = MutationTest.class.getResourceAsStream("/complete.ndjson")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void shouldReadOrRefuseWhateverIsChanged(String resource) throws JsonProcessingException, Refusal {
        RecordReader reader = resource.contains("\"AuditEvent\"") ? audit : context;
        assertThat(reader.read(Samples.utf8(resource))).isNotEmpty();
        Random random = new Random(resource.hashCode());
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            refused += isRefused(reader, Samples.utf8(changed(resource, random)), round) ? 1 : 0;
        }
        assertThat(refused).isBetween(ROUNDS / 10, ROUNDS - 1);
    }

    @ParameterizedTest
    @MethodSource("resources")
    void shouldReadOrRefuseWhateverIsDamaged(String resource) {
        RecordReader reader = resource.contains("\"AuditEvent\"") ? audit : context;
        Random random = new Random(resource.hashCode());
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            refused += isRefused(reader, damaged(Samples.utf8(resource), random), round) ? 1 : 0;
        }
        assertThat(refused).isBetween(ROUNDS / 10, ROUNDS - 1);
    }

    /** Some bytes have other values, and now and then the end is cut off. */
    private static byte[] damaged(byte[] raw, Random random) {
        for (int change = random.nextInt(4); change >= 0; change--) {
            boolean anything = random.nextInt(4) == 0;
            raw[random.nextInt(raw.length)] =
                    (byte) (anything ? random.nextInt(256) : "{}[]\",:0e- ".charAt(random.nextInt(11)));
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(raw, random.nextInt(raw.length)) : raw;
    }

    private static boolean isRefused(RecordReader reader, byte[] resource, int round) {
        try {
            assertThat(reader.read(resource)).as("round %d", round).isNotEmpty();
            return false;
        } catch (Refusal refusal) {
            assertThat(refusal.getMessage()).isNotBlank();
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("neither read nor refused in round " + round, e);
        }
    }

    /** One element anywhere is left out, or has another value. */
    private static String changed(String resource, Random random) throws JsonProcessingException {
        JsonNode tree = JSON.readTree(resource);
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        int position = random.nextInt(container.size());
        JsonNode value = JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
        boolean remove = random.nextInt(4) == 0;
        if (container instanceof ArrayNode array) {
            change(array, position, remove ? null : value);
        } else {
            List<String> names = new ArrayList<>();
            container.fieldNames().forEachRemaining(names::add);
            change((ObjectNode) container, names.get(position), remove ? null : value);
        }
        return tree.toString();
    }

    private static void change(ArrayNode array, int position, JsonNode value) {
        if (value == null) {
            array.remove(position);
        } else {
            array.set(position, value);
        }
    }

    private static void change(ObjectNode object, String name, JsonNode value) {
        if (value == null) {
            object.remove(name);
        } else {
            object.set(name, value);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode() && !node.isEmpty()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
