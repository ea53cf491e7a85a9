package org.chartwarden.sink.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregationSource;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Counts documents by the values of fields, however many values there are. */
final class BucketPages {

    private static final int PAGE = 1_000;
    private static final String BUCKETS = "buckets";

    private final ElasticsearchClient client;
    private final String indices;
    private final Query query;
    private final List<Map<String, CompositeAggregationSource>> sources;

    BucketPages(
            ElasticsearchClient client,
            String indices,
            Query query,
            List<Map<String, CompositeAggregationSource>> sources) {
        this.client = client;
        this.indices = indices;
        this.query = query;
        this.sources = List.copyOf(sources);
    }

    void forEach(Consumer<CompositeBucket> bucket) throws IOException {
        Map<String, FieldValue> after = Map.of();
        CompositeAggregate page;
        do {
            page = page(after);
            page.buckets().array().forEach(bucket);
            after = page.afterKey();
        } while (page.buckets().array().size() == PAGE);
    }

    private CompositeAggregate page(Map<String, FieldValue> after) throws IOException {
        return client.search(
                        search -> search.index(indices)
                                .ignoreUnavailable(true)
                                .query(query)
                                .size(0)
                                .aggregations(
                                        BUCKETS,
                                        one -> one.composite(composite -> after.isEmpty()
                                                ? composite.size(PAGE).sources(sources)
                                                : composite
                                                        .size(PAGE)
                                                        .sources(sources)
                                                        .after(after))),
                        Void.class)
                .aggregations()
                .get(BUCKETS)
                .composite();
    }
}
