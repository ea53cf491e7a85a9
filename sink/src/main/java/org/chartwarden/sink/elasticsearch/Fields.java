package org.chartwarden.sink.elasticsearch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Collection;

/**
 * A document under construction. A dot in a name opens an object, and what is null or empty is left out, as Elasticsearch
 * would not index it anyway.
 *
 * <pre>{@code
 * new Fields().put("event.id", "e1").put("user.id", (String) null)   // {"event":{"id":"e1"}}
 * }</pre>
 */
public final class Fields {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    /** ISO 8601, UTC, always with milliseconds. */
    public static String format(Instant time) {
        return MILLISECONDS.format(time);
    }

    public Fields put(String name, String value) {
        if (value != null) {
            parent(name).put(leaf(name), value);
        }
        return this;
    }

    public Fields put(String name, Instant value) {
        return put(name, value == null ? null : format(value));
    }

    public Fields put(String name, boolean value) {
        parent(name).put(leaf(name), value);
        return this;
    }

    public Fields put(String name, Integer value) {
        if (value != null) {
            parent(name).put(leaf(name), value);
        }
        return this;
    }

    public Fields put(String name, long value) {
        parent(name).put(leaf(name), value);
        return this;
    }

    public Fields put(String name, Double value) {
        if (value != null) {
            parent(name).put(leaf(name), value);
        }
        return this;
    }

    public Fields put(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            values.forEach(parent(name).putArray(leaf(name))::add);
        }
        return this;
    }

    public Fields putObjects(String name, Collection<Fields> values) {
        if (!values.isEmpty()) {
            var array = parent(name).putArray(leaf(name));
            values.forEach(value -> array.add(value.root));
        }
        return this;
    }

    private ObjectNode parent(String name) {
        ObjectNode node = root;
        String[] names = name.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            node = node.withObjectProperty(names[i]);
        }
        return node;
    }

    private static String leaf(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** What is under construction, not a copy. */
    ObjectNode tree() {
        return root;
    }

    /** UTF-8. */
    public byte[] toJson() {
        try {
            return MAPPER.writeValueAsBytes(root);
        } catch (IOException e) {
            throw new UncheckedIOException("a tree of JSON nodes could not be written", e);
        }
    }
}
