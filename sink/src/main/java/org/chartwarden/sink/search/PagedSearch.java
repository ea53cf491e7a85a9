package org.chartwarden.sink.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
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
    private static final SortOptions CHEAPEST = ascending("_shard_doc");

    private final HitPages pages;

    private PagedSearch(ElasticsearchClient client, String indices, Consumer<SearchRequest.Builder> search) {
        this.pages = new HitPages(client, List.of(indices), PAGE, search);
    }

    static PagedSearch byTime(ElasticsearchClient client, String indices, Query query, String timeField) {
        return new PagedSearch(
                client, indices, search -> search.query(query).sort(ascending(timeField), ascending("event.id")));
    }

    /** In whichever order is the cheapest for Elasticsearch. */
    static PagedSearch inAnyOrder(ElasticsearchClient client, String indices, Query query) {
        return new PagedSearch(client, indices, search -> search.query(query).sort(CHEAPEST));
    }

    /** Every document, without what it says. */
    static PagedSearch idsOnly(ElasticsearchClient client, String indices) {
        return new PagedSearch(
                client,
                indices,
                search -> search.source(source -> source.fetch(false)).sort(CHEAPEST));
    }

    private static SortOptions ascending(String field) {
        return SortOptions.of(sort -> sort.field(by -> by.field(field).order(SortOrder.Asc)));
    }

    void forEach(Consumer<Hit<ObjectNode>> document) throws IOException {
        pages.forEach(page -> page.forEach(document));
    }
}
