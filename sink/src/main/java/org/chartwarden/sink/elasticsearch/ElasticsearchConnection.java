package org.chartwarden.sink.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/** The connections to Elasticsearch that the settings name. Opening does not talk to the server yet. */
public final class ElasticsearchConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 30_000;

    private final RestClientTransport transport;
    private final ElasticsearchClient client;

    private ElasticsearchConnection(RestClientTransport transport) {
        this.transport = transport;
        this.client = new ElasticsearchClient(transport);
    }

    public static ElasticsearchConnection open(Settings settings) {
        RestClientBuilder builder = RestClient.builder(HttpHost.create(settings.text(Setting.ELASTICSEARCH_URL)))
                .setRequestConfigCallback(
                        config -> config.setConnectTimeout(CONNECT_MILLIS).setSocketTimeout(ANSWER_MILLIS));
        settings.optional(Setting.ELASTICSEARCH_USERNAME)
                .ifPresent(user -> builder.setDefaultHeaders(
                        new Header[] {basic(user, settings.text(Setting.ELASTICSEARCH_PASSWORD))}));
        return new ElasticsearchConnection(new RestClientTransport(builder.build(), new JacksonJsonpMapper()));
    }

    private static Header basic(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new BasicHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    public ElasticsearchClient client() {
        return client;
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }
}
