package org.chartwarden.registry;

import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/**
 * What is spoken with a schema registry. A subject is a topic's name followed by {@code -key} or {@code -value}; its
 * versions are the Avro schemas that were registered for it, each with an id that is unique in the whole registry.
 *
 * <p>Safe for use by several threads. Schemas go to the registry as {@link RegisteredForm#of} makes them. Every method
 * throws {@link SchemaRegistryException} when the registry refuses or cannot be reached.
 */
public interface SchemaRegistry {

    /**
     * The registry that {@code schema.registry.url} names: {@code mock://scope} the one in this JVM's memory, anything
     * else a server.
     *
     * @param configuration under the names of Confluent's client, see {@link RegistrySettings}; other keys are ignored
     * @throws ConfigException naming the key that is missing or wrong
     */
    static SchemaRegistry connect(Map<String, ?> configuration) {
        return InMemorySchemaRegistry.named(configuration).orElseGet(() -> new RestSchemaRegistry(configuration));
    }

    /**
     * Makes sure that the schema is a version of the subject.
     *
     * @return its id: the same when it was registered before
     */
    int register(String subject, Schema schema);

    /** The id of a schema that is registered already; an error when it is not. */
    int idOf(String subject, Schema schema);

    /** The schema with this id, its references resolved. */
    Schema byId(int id);

    /** The newest version of the subject. */
    RegisteredSchema latest(String subject);

    /** Whether the subject's compatibility level would let the schema in; true for a subject that has no version. */
    boolean isCompatible(String subject, Schema schema);

    /** What the registry demands of the subject's next version: its own level, else the registry's. */
    CompatibilityLevel compatibility(String subject);

    void setCompatibility(String subject, CompatibilityLevel level);

    /** What the registry demands of subjects without a level of their own. */
    CompatibilityLevel globalCompatibility();

    void setGlobalCompatibility(CompatibilityLevel level);

    /** The subjects that have a version, sorted. */
    List<String> subjects();
}
