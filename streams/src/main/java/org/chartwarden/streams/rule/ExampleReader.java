package org.chartwarden.streams.rule;

import dev.cel.common.types.SimpleType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads a rule's examples. An access is told by {@link Variable variables}, a time, and how often it happens; {@code
 * {n}} in a text counts its repetitions from 1, so that one line can tell of eleven patients.
 */
final class ExampleReader {

    private static final Instant MONDAY_MORNING = Instant.parse("2026-01-05T09:00:00Z");
    private static final int MOST_REPETITIONS = 1000;

    private static final List<String> ACCESS_KEYS = Stream.concat(
                    Stream.of("time", "repeat", "every"),
                    Arrays.stream(Variable.values()).map(Variable::word))
            .toList();

    private final Fields example;
    private final List<Facts> accesses = new ArrayList<>();

    private ExampleReader(Fields example) {
        this.example = example;
    }

    static List<Example> read(RuleFile file, Fields rule) {
        List<Example> examples = new ArrayList<>();
        rule.map("examples", List.of("fires", "silent")).ifPresent(both -> {
            examples.addAll(read(both, "fires", true));
            examples.addAll(read(both, "silent", false));
        });
        return examples;
    }

    private static List<Example> read(Fields both, String key, boolean fires) {
        List<Fields> stories = both.maps(key, List.of("name", "accesses"));
        if (stories.isEmpty()) {
            both.problem(key, "must be a list of at least one example");
        }
        return stories.stream()
                .map(story -> new ExampleReader(story).read(fires))
                .toList();
    }

    private Example read(boolean fires) {
        String name = example.text("name").orElse("");
        List<Fields> told = example.maps("accesses", ACCESS_KEYS);
        if (told.isEmpty()) {
            example.problem("accesses", "must be a list of at least one access");
        }
        told.forEach(this::add);
        return new Example(name, fires, accesses, example.position());
    }

    private void add(Fields access) {
        Instant first = access.has("time")
                ? access.value("time", "an instant such as 2026-01-05T09:00:00Z", Instant::parse)
                        .orElse(MONDAY_MORNING)
                : MONDAY_MORNING;
        Duration every = access.has("every") ? access.duration("every").orElse(Duration.ZERO) : Duration.ZERO;
        int repeat = access.has("repeat")
                ? access.value("repeat", "a whole number from 1 to " + MOST_REPETITIONS, ExampleReader::repetitions)
                        .orElse(1)
                : 1;
        IntStream.rangeClosed(1, repeat)
                .forEach(n -> accesses.add(new Facts(
                        "example-" + (accesses.size() + 1),
                        first.plus(every.multipliedBy(n - 1L)),
                        values(access, n),
                        List.of(),
                        List.of())));
    }

    private static int repetitions(String text) {
        int repetitions = Integer.parseInt(text);
        if (repetitions < 1 || repetitions > MOST_REPETITIONS) {
            throw new IllegalArgumentException(text);
        }
        return repetitions;
    }

    private static Map<String, Object> values(Fields access, int n) {
        Map<String, Object> values = new HashMap<>();
        for (String key : access.keys()) {
            Variable.of(key).ifPresent(variable -> value(access, variable, n, values));
        }
        return values;
    }

    private static void value(Fields access, Variable variable, int n, Map<String, Object> values) {
        String key = variable.word();
        if (variable.type().equals(SimpleType.BOOL)) {
            access.flag(key).ifPresent(flag -> values.put(key, flag));
        } else if (variable.type().equals(SimpleType.STRING)) {
            access.value(key, "one of " + String.join(", ", variable.allowed()), text -> checked(variable, text))
                    .ifPresent(text -> values.put(key, text.replace("{n}", Integer.toString(n))));
        } else {
            values.put(key, access.texts(key));
        }
    }

    private static String checked(Variable variable, String text) {
        if (!variable.allowed().isEmpty() && !variable.allowed().contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
