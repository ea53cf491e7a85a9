package org.chartwarden.sink.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.elasticsearch.client.ResponseException;

/** Reads any number of hits page by page, as they all were at one point in time. */
public final class HitPages {

    private static final Time KEEP_ALIVE = Time.of(time -> time.time("5m"));
    private static final Time SHARD_PATIENCE = Time.of(time -> time.time("10s"));
    private static final int UNAVAILABLE = 503;
    private static final int ATTEMPTS = 5;

    private final ElasticsearchClient client;
    private final List<String> indices;
    private final int size;
    private final Consumer<SearchRequest.Builder> search;

    /**
     * @param indices names or patterns; one that is missing has no hits
     * @param size of a page
     * @param search sets the query, the order and what is wanted of each hit
     */
    public HitPages(
            ElasticsearchClient client, List<String> indices, int size, Consumer<SearchRequest.Builder> search) {
        this.client = client;
        this.indices = indices;
        this.size = size;
        this.search = search;
    }

    /** Takes one page; never an empty one. */
    public interface Visitor<E extends Exception> {

        void visit(List<Hit<ObjectNode>> page) throws IOException, E;
    }

    /** Gives all pages. */
    public <E extends Exception> void forEach(Visitor<E> visitor) throws IOException, E {
        String snapshot = open();
        try {
            List<Hit<ObjectNode>> page = page(snapshot, List.of());
            while (!page.isEmpty()) {
                visitor.visit(page);
                page = page.size() < size
                        ? List.of()
                        : page(snapshot, page.get(size - 1).sort());
            }
        } finally {
            client.closePointInTime(close -> close.id(snapshot));
        }
    }

    /** An index that was created a moment ago has no shards yet, and Elasticsearch answers 503. */
    private String open() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return client.openPointInTime(open ->
                                open.index(indices).ignoreUnavailable(true).keepAlive(KEEP_ALIVE))
                        .id();
            } catch (ResponseException e) {
                if (e.getResponse().getStatusLine().getStatusCode() != UNAVAILABLE || attempt == ATTEMPTS) {
                    throw e;
                }
                client.cluster()
                        .health(health -> health.index(indices)
                                .waitForStatus(HealthStatus.Yellow)
                                .timeout(SHARD_PATIENCE));
            }
        }
    }

    private List<Hit<ObjectNode>> page(String snapshot, List<FieldValue> after) throws IOException {
        SearchRequest.Builder request = new SearchRequest.Builder();
        search.accept(request);
        request.pit(pit -> pit.id(snapshot).keepAlive(KEEP_ALIVE))
                .size(size)
                .trackTotalHits(total -> total.enabled(false));
        if (!after.isEmpty()) {
            request.searchAfter(after);
        }
        return client.search(request.build(), ObjectNode.class).hits().hits();
    }
}
