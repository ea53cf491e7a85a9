package org.chartwarden.sink.reconcile;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.chartwarden.sink.elasticsearch.Fields;
import org.chartwarden.sink.search.HitPages;

/** Reads ids and versions from Elasticsearch, without the documents. */
final class IndexScan {

    private static final int PAGE = 5_000;
    private static final String TIME = "@timestamp";

    /** When Chartwarden got an access; of what it tells itself, the document's own time is not later either. */
    private static final String CREATED = "event.created";

    private final ElasticsearchClient client;

    IndexScan(ElasticsearchClient client) {
        this.client = client;
    }

    /** Everything that was acknowledged before this call. */
    void read(Compared kind, Span span, Buckets buckets) throws IOException {
        List<String> indices = List.of(kind.indices());
        client.indices().refresh(refresh -> refresh.index(indices).ignoreUnavailable(true));
        new HitPages(
                        client,
                        indices,
                        PAGE,
                        search -> search.query(query(span))
                                .source(source -> source.fetch(false))
                                .version(true)
                                .docvalueFields(field -> field.field(TIME))
                                .docvalueFields(field -> field.field(CREATED))
                                .sort(sort -> sort.field(by -> by.field("_shard_doc"))))
                .forEach(page -> {
                    for (Hit<ObjectNode> hit : page) {
                        Instant time = time(hit, TIME);
                        Instant told = hit.fields().containsKey(CREATED) ? time(hit, CREATED) : time;
                        buckets.add(Entry.indexed(kind, hit.id(), hit.version(), time, told));
                    }
                });
    }

    private static Query query(Span span) {
        return Query.of(query -> query.range(range -> range.date(date -> {
            date.field(TIME);
            if (span.since() != null) {
                date.gte(Fields.format(span.since()));
            }
            return span.until() == null ? date : date.lt(Fields.format(span.until()));
        })));
    }

    private static Instant time(Hit<ObjectNode> hit, String field) {
        JsonData values = hit.fields().get(field);
        return Instant.parse(values.toJson().asJsonArray().getString(0));
    }
}
