package org.chartwarden.sink.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Reads any number of documents, as they all were at one point in time. */
final class PagedSearch {

    private static final int PAGE = 1_000;
    private static final Time KEEP_ALIVE = Time.of(time -> time.time("2m"));

    private final ElasticsearchClient client;
    private final String indices;
    private final Query query;
    private final List<SortOptions> order;

    private PagedSearch(ElasticsearchClient client, String indices, Query query, List<SortOptions> order) {
        this.client = client;
        this.indices = indices;
        this.query = query;
        this.order = order;
    }

    static PagedSearch byTime(ElasticsearchClient client, String indices, Query query, String timeField) {
        return new PagedSearch(client, indices, query, List.of(ascending(timeField), ascending("event.id")));
    }

    /** In whichever order is the cheapest for Elasticsearch. */
    static PagedSearch inAnyOrder(ElasticsearchClient client, String indices, Query query) {
        return new PagedSearch(client, indices, query, List.of(ascending("_shard_doc")));
    }

    private static SortOptions ascending(String field) {
        return SortOptions.of(sort -> sort.field(by -> by.field(field).order(SortOrder.Asc)));
    }

    void forEach(Consumer<Hit<ObjectNode>> document) throws IOException {
        String snapshot = client.openPointInTime(
                        open -> open.index(indices).ignoreUnavailable(true).keepAlive(KEEP_ALIVE))
                .id();
        try {
            List<FieldValue> after = List.of();
            List<Hit<ObjectNode>> page;
            do {
                page = client.search(request(snapshot, after), ObjectNode.class)
                        .hits()
                        .hits();
                for (Hit<ObjectNode> hit : page) {
                    document.accept(hit);
                    after = hit.sort();
                }
            } while (page.size() == PAGE);
        } finally {
            client.closePointInTime(close -> close.id(snapshot));
        }
    }

    private SearchRequest request(String snapshot, List<FieldValue> after) {
        return SearchRequest.of(request -> {
            request.pit(pit -> pit.id(snapshot).keepAlive(KEEP_ALIVE))
                    .query(query)
                    .sort(order)
                    .size(PAGE)
                    .trackTotalHits(total -> total.enabled(false));
            return after.isEmpty() ? request : request.searchAfter(after);
        });
    }
}
