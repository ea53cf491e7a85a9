package org.chartwarden.producers.delimited;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chartwarden.yaml.Fields;
import org.chartwarden.yaml.YamlFile;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A mapping inside a YAML file whose values may be texts or mappings, and whose keys may be anybody's words. */
record Entry(YamlFile file, Node node, Fields fields) {

    static Entry of(YamlFile file, Node node, List<String> allowed) {
        return new Entry(file, node, Fields.of(file, node, allowed));
    }

    /** The value of a key when it is a mapping. */
    Optional<Entry> map(String key, List<String> allowed) {
        return child(key).filter(MappingNode.class::isInstance).map(child -> of(file, child, allowed));
    }

    /** The value of a key, which must be a mapping when it is there. */
    Optional<Entry> mapping(String key, List<String> allowed) {
        return child(key).map(child -> of(file, child, allowed));
    }

    /** Words and what they mean, of which the first are in lower case; empty when the key is not there. */
    Map<String, String> vocabulary(String key) {
        Map<String, String> words = new LinkedHashMap<>();
        child(key)
                .map(child -> of(file, child, keysOf(child)))
                .ifPresent(entry -> entry.fields()
                        .keys()
                        .forEach(word -> entry.fields().text(word).ifPresent(ours -> {
                            if (words.putIfAbsent(word.strip().toLowerCase(Locale.ROOT), ours) != null) {
                                entry.fields()
                                        .problem(word, "stands here a second time; upper and lower case mean the same");
                            }
                        })));
        return words;
    }

    private Optional<Node> child(String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> keyOf(tuple).equals(key))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                : Optional.empty();
    }

    private static List<String> keysOf(Node node) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream().map(Entry::keyOf).distinct().toList()
                : List.of("a word of the source");
    }

    private static String keyOf(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
