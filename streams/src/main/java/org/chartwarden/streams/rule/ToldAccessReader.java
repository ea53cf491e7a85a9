package org.chartwarden.streams.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chartwarden.yaml.Fields;

/**
 * Reads the accesses of one line of an example. They are told by {@link Variable variables}, the time of the first, how
 * often they repeat and in which interval, and on how many days in a row all of it happens again. {@code {n}} in a value
 * counts the repetitions of a day from 1, so that one line can tell of eleven patients.
 */
record ToldAccessReader(Fields access) {

    private static final Instant MONDAY_MORNING = Instant.parse("2026-01-05T09:00:00Z");
    private static final int MOST = 1000;

    static final List<String> KEYS = Stream.concat(
                    Stream.of("time", "repeat", "every", "days"),
                    Variable.all().stream()
                            .filter(variable -> !variable.derived())
                            .map(Variable::word))
            .toList();

    List<Example.Told> read() {
        Instant first = access.has("time")
                ? access.value("time", "an instant such as 2026-01-05T09:00:00Z", Instant::parse)
                        .orElse(MONDAY_MORNING)
                : MONDAY_MORNING;
        Duration every = access.has("every") ? access.duration("every").orElse(Duration.ZERO) : Duration.ZERO;
        int repeat = times("repeat");
        int days = times("days");
        Map<Variable, List<Object>> values = values(repeat);
        List<Example.Told> all = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            for (int n = 0; n < repeat; n++) {
                all.add(new Example.Told(first.plus(Duration.ofDays(day)).plus(every.multipliedBy(n)), nth(values, n)));
            }
        }
        return all;
    }

    private int times(String key) {
        return access.has(key)
                ? access.value(key, "a whole number from 1 to " + MOST, ToldAccessReader::repetitions)
                        .orElse(1)
                : 1;
    }

    private static int repetitions(String text) {
        int times = Integer.parseInt(text);
        if (times < 1 || times > MOST) {
            throw new IllegalArgumentException(text);
        }
        return times;
    }

    private static Map<String, Object> nth(Map<Variable, List<Object>> values, int n) {
        Map<String, Object> nth = new HashMap<>();
        values.forEach((variable, each) -> nth.put(variable.word(), each.get(n)));
        return nth;
    }

    /** Of each variable that is told, the value in each repetition. */
    private Map<Variable, List<Object>> values(int repeat) {
        Map<Variable, List<Object>> values = new HashMap<>();
        for (String key : access.keys()) {
            Variable.of(key)
                    .ifPresent(variable -> told(variable, repeat).ifPresent(each -> values.put(variable, each)));
        }
        return values;
    }

    private Optional<List<Object>> told(Variable variable, int repeat) {
        if (variable.ordinary() instanceof List) {
            List<String> texts = access.texts(variable.word());
            return Optional.of(repeated(
                    repeat,
                    n -> texts.stream().map(text -> text.replace("{n}", n)).toList()));
        }
        return access.value(
                variable.word(),
                allowed(variable),
                text -> repeated(repeat, n -> parsed(variable, text.replace("{n}", n))));
    }

    private static List<Object> repeated(int repeat, Function<String, Object> of) {
        return IntStream.rangeClosed(1, repeat)
                .mapToObj(Integer::toString)
                .map(of)
                .toList();
    }

    private static String allowed(Variable variable) {
        if (!variable.allowed().isEmpty()) {
            return "one of " + String.join(", ", variable.allowed());
        }
        return type(variable).allowed();
    }

    private static Object parsed(Variable variable, String text) {
        if (!variable.allowed().isEmpty() && !variable.allowed().contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return type(variable).parse(text);
    }

    private static Parameter.Type type(Variable variable) {
        return Stream.of(Parameter.Type.values())
                .filter(type -> type.celType().equals(variable.type()))
                .findFirst()
                .orElseThrow();
    }
}
