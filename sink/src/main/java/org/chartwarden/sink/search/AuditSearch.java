package org.chartwarden.sink.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.elasticsearch.ElasticsearchConnection;

/**
 * Reads back what the sink has written. Every method first refreshes, so that it sees whatever Elasticsearch has
 * acknowledged. Not safe for use by several threads.
 */
public final class AuditSearch implements AuditReader, AutoCloseable {

    private static final String ACCESSES = "chartwarden-accesses-*";
    private static final String ALERTS = "chartwarden-alerts*";
    private static final String SHARD_PATIENCE = "10s";

    /**
     * Which accesses or alerts; null leaves a condition out.
     *
     * @param since from this event time on
     * @param until before this event time
     */
    public record Filter(Instant since, Instant until, String user, String patient) {

        /** Everything. */
        public static final Filter ALL = new Filter(null, null, null, null);
    }

    /**
     * How much there is.
     *
     * @param explained of the accesses
     * @param alertsByStatus lower-case status to count
     */
    public record Counts(long accesses, long explained, Map<String, Long> alertsByStatus) {

        /** Of every status. */
        public long alerts() {
            return alertsByStatus.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private final ElasticsearchConnection connection;
    private final ElasticsearchClient client;

    private AuditSearch(ElasticsearchConnection connection) {
        this.connection = connection;
        this.client = connection.client();
    }

    /** Does not talk to Elasticsearch yet. */
    public static AuditSearch open(Settings settings) {
        return new AuditSearch(ElasticsearchConnection.open(settings));
    }

    /** Each matching access as one line of JSON, by event time. */
    public void accesses(Filter filter, Consumer<String> line) throws IOException {
        Query query = FilterQuery.of(filter, "@timestamp");
        stream(ACCESSES, query, "@timestamp", source -> line.accept(ExportLines.access(source)));
    }

    /** Each alert whose first event matches as one line of JSON, by the time of that event. */
    public void alerts(Filter filter, Consumer<String> line) throws IOException {
        Query query = FilterQuery.of(filter, "event.start");
        stream(ALERTS, query, "event.start", source -> line.accept(ExportLines.alert(source)));
    }

    @Override
    public void read(Documents kind, Query query, Consumer<ObjectNode> document) throws IOException {
        stream(kind.indices(), query, kind.timeField(), document);
    }

    /** Each matching document as it stands in Elasticsearch, by time. */
    public void read(Documents kind, Filter filter, Consumer<ObjectNode> document) throws IOException {
        read(kind, FilterQuery.of(filter, kind.timeField()), document);
    }

    /**
     * Each matching document as it stands in Elasticsearch, under its id, in no order: the cheapest way to read very many.
     *
     * @param filter whose span is about @timestamp
     */
    public void scan(Documents kind, Filter filter, BiConsumer<String, ObjectNode> document) throws IOException {
        refresh(kind.indices());
        PagedSearch.inAnyOrder(client, kind.indices(), FilterQuery.of(filter, "@timestamp"))
                .forEach(hit -> document.accept(hit.id(), hit.source()));
    }

    @Override
    public long count(Documents kind, Query query) throws IOException {
        refresh(kind.indices());
        return client.count(count ->
                        count.index(kind.indices()).ignoreUnavailable(true).query(query))
                .count();
    }

    @Override
    public void count(Documents kind, Query query, List<Grouping> by, Consumer<Group> group) throws IOException {
        refresh(kind.indices());
        new BucketPages(client, kind.indices(), query, by).forEach(group);
    }

    /** The id of every document of a kind, in no order. */
    public void ids(Documents kind, Consumer<String> id) throws IOException {
        refresh(kind.indices());
        PagedSearch.idsOnly(client, kind.indices()).forEach(hit -> id.accept(hit.id()));
    }

    /** The alert with this id, at its newest revision; empty when there is none. */
    public Optional<FoundAlert> alert(String alertId) throws IOException {
        Query query = Query.of(one -> one.term(term -> term.field("event.id").value(alertId)));
        List<FoundAlert> found = new ArrayList<>();
        stream(ALERTS, query, "event.start", source -> found.add(FoundAlert.of(source)));
        return found.stream().findFirst();
    }

    /** What became of each rule's alerts, by the rule's id; a rule without an alert is not in it. */
    public Map<String, RuleCounts> ruleCounts() throws IOException {
        refresh(ALERTS);
        return RuleStatistics.read(client, ALERTS);
    }

    private void stream(String indices, Query query, String timeField, Consumer<ObjectNode> document)
            throws IOException {
        refresh(indices);
        PagedSearch.byTime(client, indices, query, timeField).forEach(hit -> document.accept(hit.source()));
    }

    public Counts counts() throws IOException {
        refresh(ACCESSES);
        refresh(ALERTS);
        Map<String, Long> byStatus = new TreeMap<>();
        client.search(
                        search -> search.index(ALERTS)
                                .size(0)
                                .aggregations(
                                        "status", status -> status.terms(terms -> terms.field("chartwarden.status"))),
                        Void.class)
                .aggregations()
                .values()
                .forEach(status -> status.sterms()
                        .buckets()
                        .array()
                        .forEach(bucket -> byStatus.put(bucket.key().stringValue(), bucket.docCount())));
        long explained = client.count(count -> count.index(ACCESSES)
                        .query(query -> query.term(
                                term -> term.field("chartwarden.explained").value(true))))
                .count();
        return new Counts(client.count(count -> count.index(ACCESSES)).count(), explained, byStatus);
    }

    /** An index that was created a moment ago, or a node that just started, answers 503 until its shards are there. */
    private void refresh(String indices) throws IOException {
        client.cluster()
                .health(health -> health.index(indices)
                        .waitForStatus(HealthStatus.Yellow)
                        .timeout(time -> time.time(SHARD_PATIENCE)));
        client.indices().refresh(refresh -> refresh.index(indices));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
