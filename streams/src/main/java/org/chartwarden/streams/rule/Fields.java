package org.chartwarden.streams.rule;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The fields of one mapping of a rule file. What is wrong is reported and reading goes on, so that one run finds
 * everything; what could not be read is empty.
 */
final class Fields {

    private final RuleFile file;
    private final Position position;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private Fields(RuleFile file, Position position) {
        this.file = file;
        this.position = position;
    }

    /** The fields of a node; without any, once reported, when it is no mapping. */
    static Fields of(RuleFile file, Node node, List<String> allowed) {
        Fields fields = new Fields(file, file.positionOf(node));
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> fields.accept(tuple, allowed));
        } else {
            file.problems().add(fields.position, "must be a mapping with the keys " + String.join(", ", allowed));
        }
        return fields;
    }

    private void accept(NodeTuple tuple, List<String> allowed) {
        Position where = file.positionOf(tuple.getKeyNode());
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!allowed.contains(key)) {
            file.problems().add(where, "unknown key \"" + key + "\"; allowed are " + String.join(", ", allowed));
        } else if (nodes.putIfAbsent(key, tuple.getValueNode()) != null) {
            file.problems().add(where, "the key \"" + key + "\" stands here a second time");
        }
    }

    Position position() {
        return position;
    }

    boolean has(String key) {
        return nodes.containsKey(key);
    }

    List<String> keys() {
        return List.copyOf(nodes.keySet());
    }

    Position positionOf(String key) {
        return has(key) ? file.positionOf(nodes.get(key)) : position;
    }

    void problem(String key, String what) {
        file.problems().add(positionOf(key), key + " " + what);
    }

    /** A text that must be there. */
    Optional<ScalarText> scalar(String key) {
        if (!has(key)) {
            file.problems().add(position, "the key \"" + key + "\" is missing");
            return Optional.empty();
        }
        if (nodes.get(key) instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(file.text(scalar));
        }
        problem(key, "must be a text that is not blank");
        return Optional.empty();
    }

    Optional<String> text(String key) {
        return scalar(key).map(scalar -> scalar.value().strip());
    }

    /**
     * A value that must be there.
     *
     * @param allowed in words, such as "a whole number"
     * @param parser throws IllegalArgumentException or DateTimeParseException when the text is not allowed
     */
    <T> Optional<T> value(String key, String allowed, Function<String, T> parser) {
        return text(key).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException | DateTimeParseException e) {
                problem(key, "is \"" + text + "\", but must be " + allowed);
                return Optional.empty();
            }
        });
    }

    Optional<Duration> duration(String key) {
        return value(key, "an ISO 8601 duration longer than zero, such as PT1H or P1D", text -> {
            Duration duration = Duration.parse(text);
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException(text);
            }
            return duration;
        });
    }

    Optional<Boolean> flag(String key) {
        return value(key, "true or false", text -> (Boolean) Parameter.Type.BOOL.parse(text));
    }

    /** One of an enum's names, in lower case. */
    <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        return value(key, "one of " + choices(type), text -> constant(text, type));
    }

    static <E extends Enum<E>> E constant(String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    static String choices(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** A list of texts; empty when it is not there. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                texts.add(scalar.getValue().strip());
            } else {
                file.problems().add(file.positionOf(item), "each of " + key + " must be a text that is not blank");
            }
        }
        return texts;
    }

    /** A list of mappings; empty when it is not there. */
    List<Fields> maps(String key, List<String> allowed) {
        return items(key).stream().map(item -> of(file, item, allowed)).toList();
    }

    /** A mapping that must be there. */
    Optional<Fields> map(String key, List<String> allowed) {
        if (!has(key)) {
            file.problems().add(position, "the key \"" + key + "\" is missing");
            return Optional.empty();
        }
        return Optional.of(of(file, nodes.get(key), allowed));
    }

    private List<Node> items(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (nodes.get(key) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problem(key, "must be a list");
        return List.of();
    }
}
