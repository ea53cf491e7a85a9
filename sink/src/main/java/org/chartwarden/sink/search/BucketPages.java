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
import java.util.stream.IntStream;
import org.chartwarden.sink.search.AuditReader.Group;

/** Counts documents by the values of fields, however many values there are. */
public final class BucketPages {

    private static final int PAGE = 1_000;
    private static final String BUCKETS = "buckets";

    private final ElasticsearchClient client;
    private final String indices;
    private final Query query;
    private final List<Map<String, CompositeAggregationSource>> sources;

    public BucketPages(ElasticsearchClient client, String indices, Query query, List<Grouping> by) {
        this.client = client;
        this.indices = indices;
        this.query = query;
        this.sources = IntStream.range(0, by.size())
                .mapToObj(i -> Map.of(Integer.toString(i), by.get(i).source()))
                .toList();
    }

    /** Gives each combination of values once, in their order. */
    public void forEach(Consumer<Group> group) throws IOException {
        Map<String, FieldValue> after = Map.of();
        CompositeAggregate page;
        do {
            page = page(after);
            page.buckets().array().forEach(bucket -> group.accept(group(bucket)));
            after = page.afterKey();
        } while (page.buckets().array().size() == PAGE);
    }

    private Group group(CompositeBucket bucket) {
        List<String> values = IntStream.range(0, sources.size())
                .mapToObj(i -> bucket.key().get(Integer.toString(i)).stringValue())
                .toList();
        return new Group(values, bucket.docCount());
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
