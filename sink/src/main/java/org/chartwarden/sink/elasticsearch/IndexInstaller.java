package org.chartwarden.sink.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashSet;
import java.util.Set;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.chartwarden.sink.kafka.UnavailableException;

/**
 * Brings templates and mappings to Elasticsearch. An index that is there already is given the fields that it lacks, so
 * that a newer Chartwarden writes into it as into a new one.
 */
final class IndexInstaller {

    private static final int MOST_SHARDS = 64;
    private static final String SHARDS = "index.number_of_shards";
    private static final String ALREADY_THERE = "resource_already_exists_exception";

    /** The answer to a pattern that matches no index. */
    private static final String NONE_THERE = "index_not_found_exception";

    private final ElasticsearchClient client;
    private final int accessShards;

    /** @throws SettingsException when elasticsearch.accesses.shards is not 1 to 64 */
    IndexInstaller(ElasticsearchClient client, Settings settings) {
        this.client = client;
        this.accessShards = settings.integer(Setting.ELASTICSEARCH_ACCESSES_SHARDS);
        if (accessShards < 1 || accessShards > MOST_SHARDS) {
            throw new SettingsException(Setting.ELASTICSEARCH_ACCESSES_SHARDS.key() + " is " + accessShards
                    + ", but must be 1 to " + MOST_SHARDS + ".");
        }
    }

    private interface Request {

        void send() throws IOException;
    }

    /**
     * May run any number of times.
     *
     * @throws UnavailableException when Elasticsearch is away or refuses a part; nothing may be written then
     */
    void install() throws UnavailableException {
        Set<String> components = new LinkedHashSet<>();
        IndexTemplates.NAMES.forEach(name -> components.addAll(IndexTemplates.componentsOf(name)));
        for (String name : components) {
            put(
                    "the component template " + name,
                    () -> client.cluster()
                            .putComponentTemplate(template -> template.name(IndexTemplates.PREFIX + name)
                                    .withJson(json(IndexTemplates.component(name)))));
        }
        for (String name : IndexTemplates.NAMES) {
            put(
                    "the index template " + name,
                    () -> client.indices()
                            .putIndexTemplate(template ->
                                    template.name(IndexTemplates.PREFIX + name).withJson(json(template(name)))));
        }
        for (String name : IndexTemplates.NAMES) {
            for (String indices : IndexTemplates.indicesOf(name)) {
                bringUpToDate(name, indices);
            }
        }
    }

    private ObjectNode template(String name) {
        ObjectNode template = IndexTemplates.index(name);
        if ("accesses".equals(name)) {
            ObjectNode settings = JsonNodeFactory.instance.objectNode().put(SHARDS, accessShards);
            template.putObject("template").set("settings", settings);
        }
        return template;
    }

    /** Kibana and reports want to look into an index before anything was written into it. */
    private void bringUpToDate(String template, String indices) throws UnavailableException {
        boolean isPattern = indices.endsWith("*");
        if (isPattern
                || isAnswered(
                        ALREADY_THERE,
                        "the index " + indices,
                        () -> client.indices().create(request -> request.index(indices)))) {
            isAnswered(
                    NONE_THERE,
                    "new fields in " + indices,
                    () -> client.indices()
                            .putMapping(mapping -> mapping.index(indices).withJson(json(properties(template)))));
        }
    }

    private static ObjectNode properties(String template) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.set("properties", IndexTemplates.mapping(template).get("properties"));
        return properties;
    }

    private static StringReader json(ObjectNode node) {
        return new StringReader(node.toString());
    }

    /** @return false when it was done; true when it need not be, since Elasticsearch answered with this type of error */
    private static boolean isAnswered(String errorType, String what, Request request) throws UnavailableException {
        try {
            request.send();
            return false;
        } catch (ElasticsearchException e) {
            if (errorType.equals(e.error().type())) {
                return true;
            }
            throw refused(what, e);
        } catch (IOException e) {
            throw refused(what, e);
        }
    }

    private static void put(String what, Request request) throws UnavailableException {
        try {
            request.send();
        } catch (IOException | ElasticsearchException e) {
            throw refused(what, e);
        }
    }

    private static UnavailableException refused(String what, Exception e) {
        return new UnavailableException(
                "Elasticsearch does not take " + what + ": " + ElasticsearchFailures.describe(e) + ".", e);
    }
}
