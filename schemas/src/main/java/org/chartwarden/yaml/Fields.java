package org.chartwarden.yaml;

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
 * The fields of one mapping of a YAML file. What is wrong is reported and reading goes on, so that one run finds
 * everything; what could not be read is empty.
 */
public final class Fields {

    private final YamlFile file;
    private final Position position;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private Fields(YamlFile file, Position position) {
        this.file = file;
        this.position = position;
    }

    /** The fields of a node; without any, once reported, when it is no mapping. */
    public static Fields of(YamlFile file, Node node, List<String> allowed) {
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

    /** Where the mapping begins. */
    public Position position() {
        return position;
    }

    /** Whether the key stands in the file. */
    public boolean has(String key) {
        return nodes.containsKey(key);
    }

    /** In the order of the file. */
    public List<String> keys() {
        return List.copyOf(nodes.keySet());
    }

    /** Where the key's value stands; the mapping's own place when the key is not there. */
    public Position positionOf(String key) {
        return has(key) ? file.positionOf(nodes.get(key)) : position;
    }

    /** Reports what is wrong with the key's value; the key is put before it. */
    public void problem(String key, String what) {
        file.problems().add(positionOf(key), key + " " + what);
    }

    /** A text that must be there. */
    public Optional<ScalarText> scalar(String key) {
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

    /** A text that must be there, without the spaces around it. */
    public Optional<String> text(String key) {
        return scalar(key).map(scalar -> scalar.value().strip());
    }

    /**
     * A value that must be there.
     *
     * @param allowed in words, such as "a whole number"
     * @param parser throws IllegalArgumentException or DateTimeParseException when the text is not allowed
     */
    public <T> Optional<T> value(String key, String allowed, Function<String, T> parser) {
        return text(key).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException | DateTimeParseException e) {
                problem(key, "is \"" + text + "\", but must be " + allowed);
                return Optional.empty();
            }
        });
    }

    /** A duration longer than zero. */
    public Optional<Duration> duration(String key) {
        return duration(key, "an ISO 8601 duration longer than zero, such as PT1H or P1D", Duration.ofNanos(1));
    }

    /** A duration of zero or more. */
    public Optional<Duration> span(String key) {
        return duration(key, "an ISO 8601 duration such as PT0S, PT1H or P1D", Duration.ZERO);
    }

    private Optional<Duration> duration(String key, String allowed, Duration least) {
        return value(key, allowed, text -> {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(least) < 0) {
                throw new IllegalArgumentException(text);
            }
            return duration;
        });
    }

    /** True or false, which must be there. */
    public Optional<Boolean> flag(String key) {
        return value(key, "true or false", Fields::flagOf);
    }

    /** @throws IllegalArgumentException when it is neither true nor false */
    public static boolean flagOf(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }

    /** One of an enum's names, in lower case and with hyphens. */
    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        return value(key, "one of " + choices(type), text -> constant(text, type));
    }

    /** @throws IllegalArgumentException when the enum has no such name */
    public static <E extends Enum<E>> E constant(String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> wordOf(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** How a file spells an enum's constant: in lower case, with hyphens. */
    public static String wordOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The enum's names as files spell them. */
    public static String choices(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Fields::wordOf).collect(Collectors.joining(", "));
    }

    /** A list of texts; empty when it is not there. */
    public List<String> texts(String key) {
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
    public List<Fields> maps(String key, List<String> allowed) {
        return items(key).stream().map(item -> of(file, item, allowed)).toList();
    }

    /** A mapping that must be there. */
    public Optional<Fields> map(String key, List<String> allowed) {
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
