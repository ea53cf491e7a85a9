package org.chartwarden.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;

/**
 * A registry behind Confluent's REST API: Confluent's own, or Apicurio's under {@code /apis/ccompat/v7}.
 *
 * <p>Ids and schemas never change once given, so both are remembered for ever. Two threads that miss at the same time
 * both ask: a lock would have every reader wait for one slow answer.
 */
public final class RestSchemaRegistry implements SchemaRegistry {

    private record Registration(String subject, Schema schema) {}

    private final RegistryHttp http;
    private final SchemaReferences references = new SchemaReferences(this::version);
    private final Map<Registration, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * @param configuration under the names of Confluent's client, see {@link RegistrySettings}; other keys are ignored
     * @throws org.apache.kafka.common.config.ConfigException naming the key that is missing or wrong
     */
    public RestSchemaRegistry(Map<String, ?> configuration) {
        this.http = new RegistryHttp(RegistrySettings.of(configuration));
    }

    @Override
    public int register(String subject, Schema schema) {
        return id(subject, schema, versions(subject));
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return id(subject, schema, "/subjects/" + encode(subject));
    }

    @Override
    public Schema byId(int id) {
        Schema known = schemas.get(id);
        if (known == null) {
            known = references.resolve(http.call("GET", "/schemas/ids/" + id, null));
            schemas.put(id, known);
        }
        return known;
    }

    @Override
    public RegisteredSchema latest(String subject) {
        JsonNode answer = http.call("GET", versions(subject) + "/latest", null);
        return new RegisteredSchema(
                subject, number(answer, "version"), number(answer, "id"), references.resolve(answer));
    }

    @Override
    public boolean isCompatible(String subject, Schema schema) {
        try {
            JsonNode answer = http.call("POST", "/compatibility" + versions(subject), body(schema));
            return field(answer, "is_compatible").asBoolean();
        } catch (SchemaRegistryException e) {
            // Confluent answers true for a subject without versions; Apicurio does not know the subject.
            if (e.errorCode() == SchemaRegistryException.SUBJECT_NOT_FOUND
                    || e.errorCode() == SchemaRegistryException.VERSION_NOT_FOUND) {
                return true;
            }
            throw e;
        }
    }

    @Override
    public CompatibilityLevel compatibility(String subject) {
        return level("/config/" + encode(subject) + "?defaultToGlobal=true");
    }

    @Override
    public void setCompatibility(String subject, CompatibilityLevel level) {
        setLevel("/config/" + encode(subject), level);
    }

    @Override
    public CompatibilityLevel globalCompatibility() {
        return level("/config");
    }

    @Override
    public void setGlobalCompatibility(CompatibilityLevel level) {
        setLevel("/config", level);
    }

    @Override
    public List<String> subjects() {
        JsonNode answer = http.call("GET", "/subjects", null);
        return StreamSupport.stream(answer.spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .toList();
    }

    private int id(String subject, Schema schema, String path) {
        Registration registration = new Registration(subject, schema);
        Integer known = ids.get(registration);
        if (known == null) {
            known = number(http.call("POST", path, body(schema)), "id");
            ids.put(registration, known);
        }
        return known;
    }

    private JsonNode version(String subject, int version) {
        return http.call("GET", versions(subject) + "/" + version, null);
    }

    private CompatibilityLevel level(String path) {
        JsonNode answer = http.call("GET", path, null);
        return CompatibilityLevel.valueOf(field(answer, "compatibilityLevel").asText());
    }

    private void setLevel(String path, CompatibilityLevel level) {
        http.call("PUT", path, object().put("compatibility", level.name()));
    }

    private static int number(JsonNode answer, String name) {
        return field(answer, name).asInt();
    }

    private static JsonNode field(JsonNode answer, String name) {
        if (!answer.hasNonNull(name)) {
            throw SchemaRegistryException.unusable("The registry's answer has no \"" + name + "\"", null);
        }
        return answer.get(name);
    }

    private static ObjectNode body(Schema schema) {
        return object().put("schema", RegisteredForm.of(schema).toString());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String versions(String subject) {
        return "/subjects/" + encode(subject) + "/versions";
    }

    /** For a path, where a space is %20: the encoder makes forms, where it is a plus. */
    private static String encode(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
