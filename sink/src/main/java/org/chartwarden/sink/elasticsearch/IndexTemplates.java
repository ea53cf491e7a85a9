package org.chartwarden.sink.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the indices look like: the resources in {@code component/}, each installed as a component template, and those in
 * {@code index/}, which are composed of them. Both are called {@code chartwarden-} and the file's name.
 */
public final class IndexTemplates {

    /** All index templates. */
    static final List<String> NAMES = List.of(
            "accesses",
            "alerts",
            "dispositions",
            "instructions",
            "rules",
            "notifications",
            "dead-letters",
            "chain-pages");

    static final String PREFIX = "chartwarden-";

    private static final ObjectMapper JSON = new ObjectMapper();

    private IndexTemplates() {}

    /** An index template, as it is sent. */
    static ObjectNode index(String name) {
        return read("index/" + name + ".json");
    }

    /** A component template, as it is sent. */
    static ObjectNode component(String name) {
        return read("component/" + name + ".json");
    }

    /** Which components an index template is composed of, in their order. */
    static List<String> componentsOf(String name) {
        return texts(index(name).get("composed_of")).stream()
                .map(component -> component.substring(PREFIX.length()))
                .toList();
    }

    /** The indices that a template is for, or the pattern of their names. */
    static List<String> indicesOf(String name) {
        return texts(index(name).get("index_patterns"));
    }

    /**
     * The mapping of an index of this name, when it is new.
     *
     * @return {@code dynamic} and {@code properties}; empty when it is none of ours
     */
    public static Optional<ObjectNode> mappingOf(String index) {
        return NAMES.stream()
                .filter(name -> indicesOf(name).stream().anyMatch(pattern -> matches(pattern, index)))
                .findFirst()
                .map(IndexTemplates::mapping);
    }

    private static boolean matches(String pattern, String index) {
        return pattern.endsWith("*")
                ? index.startsWith(pattern.substring(0, pattern.length() - 1))
                : index.equals(pattern);
    }

    /** The mapping that follows from an index template, as Elasticsearch composes it. */
    static ObjectNode mapping(String name) {
        ObjectNode mapping = JSON.createObjectNode();
        for (String component : componentsOf(name)) {
            if (component(component).at("/template/mappings") instanceof ObjectNode part) {
                merge(mapping, part);
            }
        }
        return mapping;
    }

    private static void merge(ObjectNode target, ObjectNode part) {
        part.properties().forEach(field -> {
            if (target.get(field.getKey()) instanceof ObjectNode there && field.getValue() instanceof ObjectNode more) {
                merge(there, more);
            } else {
                target.set(field.getKey(), field.getValue());
            }
        });
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static ObjectNode read(String resource) {
        try (InputStream json = IndexTemplates.class.getResourceAsStream(resource)) {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + resource + " cannot be read", e);
        }
    }
}
