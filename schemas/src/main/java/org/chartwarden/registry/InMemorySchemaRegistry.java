package org.chartwarden.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/**
 * A registry in this JVM's memory, for tests of a topology: {@code schema.registry.url=mock://scope}, as with
 * Confluent's client. All that name the same scope share one.
 */
public final class InMemorySchemaRegistry implements SchemaRegistry {

    private static final String SCHEME = "mock://";
    private static final int NOT_FOUND = 404;
    private static final Map<String, InMemorySchemaRegistry> SCOPES = new ConcurrentHashMap<>();

    /** By id, which is the index and one. */
    private final List<Schema> schemas = new ArrayList<>();

    private final Map<String, List<RegisteredSchema>> versions = new TreeMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private CompatibilityLevel globalLevel = CompatibilityLevel.BACKWARD;

    /** Empty, unlike a scope that someone used before. */
    public InMemorySchemaRegistry() {}

    /** The one of this scope; made when it is first asked for. */
    public static InMemorySchemaRegistry forScope(String scope) {
        return SCOPES.computeIfAbsent(scope, name -> new InMemorySchemaRegistry());
    }

    /** Forgets the scope, so that the next test starts with an empty one. */
    public static void dropScope(String scope) {
        SCOPES.remove(scope);
    }

    static Optional<SchemaRegistry> named(Map<String, ?> configuration) {
        String url = String.valueOf(configuration.get(RegistrySettings.URL)).strip();
        return url.startsWith(SCHEME) ? Optional.of(forScope(url.substring(SCHEME.length()))) : Optional.empty();
    }

    @Override
    public synchronized int register(String subject, Schema schema) {
        Schema registered = RegisteredForm.of(schema);
        return find(subject, registered)
                .orElseGet(() -> add(subject, registered))
                .id();
    }

    @Override
    public synchronized int idOf(String subject, Schema schema) {
        return find(subject, RegisteredForm.of(schema))
                .orElseThrow(() -> notFound(
                        SchemaRegistryException.SCHEMA_NOT_FOUND,
                        schema.getFullName() + " is not registered for the subject " + subject))
                .id();
    }

    @Override
    public synchronized Schema byId(int id) {
        if (id < 1 || id > schemas.size()) {
            throw notFound(SchemaRegistryException.SCHEMA_NOT_FOUND, "There is no schema with the id " + id);
        }
        return schemas.get(id - 1);
    }

    @Override
    public synchronized RegisteredSchema latest(String subject) {
        List<RegisteredSchema> registered = versionsOf(subject);
        if (registered.isEmpty()) {
            throw notFound(SchemaRegistryException.SUBJECT_NOT_FOUND, "There is no subject " + subject);
        }
        return registered.get(registered.size() - 1);
    }

    @Override
    public synchronized boolean isCompatible(String subject, Schema schema) {
        return objections(subject, schema).isEmpty();
    }

    @Override
    public synchronized CompatibilityLevel compatibility(String subject) {
        return levels.getOrDefault(subject, globalLevel);
    }

    @Override
    public synchronized void setCompatibility(String subject, CompatibilityLevel level) {
        levels.put(subject, level);
    }

    @Override
    public synchronized CompatibilityLevel globalCompatibility() {
        return globalLevel;
    }

    @Override
    public synchronized void setGlobalCompatibility(CompatibilityLevel level) {
        globalLevel = level;
    }

    @Override
    public synchronized List<String> subjects() {
        return List.copyOf(versions.keySet());
    }

    private Optional<RegisteredSchema> find(String subject, Schema schema) {
        return versionsOf(subject).stream()
                .filter(version -> version.schema().equals(schema))
                .findFirst();
    }

    private RegisteredSchema add(String subject, Schema schema) {
        List<String> objections = objections(subject, schema);
        if (!objections.isEmpty()) {
            throw SchemaRegistryException.refused(
                    SchemaRegistryException.INCOMPATIBLE,
                    SchemaRegistryException.INCOMPATIBLE,
                    schema.getFullName() + " is incompatible with the subject " + subject + ": " + objections);
        }
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        int version = versionsOf(subject).size() + 1;
        RegisteredSchema added = new RegisteredSchema(subject, version, schemas.indexOf(schema) + 1, schema);
        versions.computeIfAbsent(subject, name -> new ArrayList<>()).add(added);
        return added;
    }

    private List<String> objections(String subject, Schema schema) {
        List<Schema> registered =
                versionsOf(subject).stream().map(RegisteredSchema::schema).toList();
        return compatibility(subject).objections(schema, registered);
    }

    private List<RegisteredSchema> versionsOf(String subject) {
        return versions.getOrDefault(subject, List.of());
    }

    private static SchemaRegistryException notFound(int errorCode, String message) {
        return SchemaRegistryException.refused(NOT_FOUND, errorCode, message);
    }
}
