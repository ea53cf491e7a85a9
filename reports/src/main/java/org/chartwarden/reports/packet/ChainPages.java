package org.chartwarden.reports.packet;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.elasticsearch.ElasticsearchConnection;
import org.chartwarden.sink.elasticsearch.Fields;
import org.chartwarden.sink.search.Documents;

/** Reads the pages of the hash chain back from Elasticsearch, few at once: each is some hundred kilobytes. */
public final class ChainPages implements AutoCloseable {

    private static final int AT_ONCE = 10;
    private static final String INDEX = Documents.CHAIN_PAGES.indices();
    private static final String SEQUENCE = "chartwarden.sequence";

    private final ElasticsearchConnection connection;
    private final ElasticsearchClient client;

    private ChainPages(ElasticsearchConnection connection) {
        this.connection = connection;
        this.client = connection.client();
    }

    /** Does not talk to Elasticsearch yet. */
    public static ChainPages open(Settings settings) {
        return new ChainPages(ElasticsearchConnection.open(settings));
    }

    /** Each page that seals a document of one of these spans, in order of their numbers. */
    void overlapping(List<TimeSpan> spans, Consumer<ObjectNode> page) throws IOException {
        client.indices().refresh(refresh -> refresh.index(INDEX).ignoreUnavailable(true));
        Query query = Query.of(any -> any.bool(bool ->
                bool.should(spans.stream().map(ChainPages::overlaps).toList()).minimumShouldMatch("1")));
        List<FieldValue> after = List.of();
        List<Hit<ObjectNode>> hits;
        do {
            hits = client.search(request(query, after), ObjectNode.class).hits().hits();
            for (Hit<ObjectNode> hit : hits) {
                page.accept(hit.source());
                after = hit.sort();
            }
        } while (hits.size() == AT_ONCE);
    }

    private static Query overlaps(TimeSpan span) {
        Query begins = Query.of(query -> query.range(
                range -> range.date(date -> date.field("chartwarden.first_time").lte(Fields.format(span.until())))));
        Query ends = Query.of(query -> query.range(
                range -> range.date(date -> date.field("chartwarden.last_time").gte(Fields.format(span.from())))));
        return Query.of(query -> query.bool(bool -> bool.filter(begins, ends)));
    }

    /** Pages only ever come behind the last one, so no snapshot is needed. */
    private static SearchRequest request(Query query, List<FieldValue> after) {
        return SearchRequest.of(request -> {
            request.index(INDEX)
                    .ignoreUnavailable(true)
                    .query(query)
                    .sort(sort -> sort.field(by -> by.field(SEQUENCE).order(SortOrder.Asc)))
                    .size(AT_ONCE);
            return after.isEmpty() ? request : request.searchAfter(after);
        });
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
