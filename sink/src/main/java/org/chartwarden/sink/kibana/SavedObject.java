package org.chartwarden.sink.kibana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One of Kibana's saved objects, as a line of an import file has it.
 *
 * @param name its id without the prefix that all of ours have
 * @param attributes what the type asks for; some are JSON within a string
 * @param references to every object that the attributes name
 */
record SavedObject(Type type, String name, ObjectNode attributes, List<Reference> references) {

    /**
     * The version of Kibana's common part of all types. Without it and the type's own, Kibana would run every migration
     * since its first release over what needs none.
     */
    private static final String CORE_VERSION = "8.8.0";

    SavedObject {
        references = List.copyOf(references);
    }

    /** The types that we use, each with the version whose shape we write; 8.19 and 9.x migrate it to their own. */
    enum Type {
        DATA_VIEW("index-pattern", "8.0.0"),
        SEARCH("search", "8.0.0"),
        VISUALIZATION("visualization", "8.5.0"),
        DASHBOARD("dashboard", "8.9.0");

        private final String key;
        private final String version;

        Type(String key, String version) {
            this.key = key;
            this.version = version;
        }

        /** Kibana's name of it. */
        String key() {
            return key;
        }
    }

    /**
     * That an object needs another one.
     *
     * @param name by which the attributes name it
     * @param target the other's name, without the prefix
     */
    record Reference(String name, Type type, String target) {}

    /** The id that Kibana knows, also part of addresses. */
    static String id(String name) {
        return "chartwarden-" + name;
    }

    String id() {
        return id(name);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put("type", type.key).put("id", id());
        json.set("attributes", attributes);
        ArrayNode targets = json.putArray("references");
        references.forEach(reference -> targets.addObject()
                .put("name", reference.name())
                .put("type", reference.type().key)
                .put("id", id(reference.target())));
        return json.put("coreMigrationVersion", CORE_VERSION)
                .put("typeMigrationVersion", type.version)
                .put("managed", false);
    }
}
