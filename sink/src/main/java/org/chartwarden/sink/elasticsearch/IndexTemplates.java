package org.chartwarden.sink.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.chartwarden.sink.kafka.UnavailableException;

/**
 * The templates that give each index its strict mapping when its first document creates it. An index that exists keeps
 * the mapping that it has.
 */
final class IndexTemplates {

    /** Each is a resource beside this class, and installed under the name {@code chartwarden-<it>}. */
    static final List<String> NAMES = List.of("accesses", "alerts");

    private IndexTemplates() {}

    /** Installs all templates; may run any number of times. */
    static void install(ElasticsearchClient client) throws UnavailableException {
        for (String name : NAMES) {
            try (InputStream template = open(name)) {
                client.indices()
                        .putIndexTemplate(
                                request -> request.name("chartwarden-" + name).withJson(template));
            } catch (IOException | ElasticsearchException e) {
                throw new UnavailableException(
                        "Elasticsearch does not take the index template " + name + ": "
                                + ElasticsearchFailures.describe(e) + ".",
                        e);
            }
        }
    }

    /** The template's JSON. */
    static InputStream open(String name) {
        return IndexTemplates.class.getResourceAsStream(name + ".json");
    }
}
