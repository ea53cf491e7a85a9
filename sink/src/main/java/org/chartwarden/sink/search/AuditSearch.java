package org.chartwarden.sink.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregationSource;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
public final class AuditSearch implements AutoCloseable {

    private static final String ACCESSES = "chartwarden-accesses-*";
    private static final String ALERTS = "chartwarden-alerts*";
    private static final String VALUE = "value";
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

    /** How many accesses one user has on one day. */
    public record UserDay(LocalDate day, String userId, long accesses) {}

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

    /**
     * Each matching document as it stands in Elasticsearch, by time.
     *
     * @param query in Elasticsearch's words
     */
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

    /** Each value of a keyword that matching documents have, in order. */
    public List<String> values(Documents kind, Query query, String keyword) throws IOException {
        refresh(kind.indices());
        List<String> values = new ArrayList<>();
        new BucketPages(client, kind.indices(), query, List.of(Map.of(VALUE, byTerm(keyword))))
                .forEach(bucket -> values.add(bucket.key().get(VALUE).stringValue()));
        return values;
    }

    /** How many matching accesses each user has on each day of a zone, by day; a day without any is left out. */
    public void userDays(Query query, ZoneId zone, Consumer<UserDay> day) throws IOException {
        refresh(ACCESSES);
        CompositeAggregationSource days =
                CompositeAggregationSource.of(source -> source.dateHistogram(histogram -> histogram
                        .field("@timestamp")
                        .calendarInterval(interval -> interval.time("1d"))
                        .timeZone(zone.getId())
                        .format("uuuu-MM-dd")));
        new BucketPages(client, ACCESSES, query, List.of(Map.of("day", days), Map.of(VALUE, byTerm("user.id"))))
                .forEach(bucket -> day.accept(new UserDay(
                        LocalDate.parse(bucket.key().get("day").stringValue()),
                        bucket.key().get(VALUE).stringValue(),
                        bucket.docCount())));
    }

    private static CompositeAggregationSource byTerm(String keyword) {
        return CompositeAggregationSource.of(source -> source.terms(terms -> terms.field(keyword)));
    }

    /** The id of every access. */
    public void accessIds(Consumer<String> id) throws IOException {
        Query everything = FilterQuery.of(Filter.ALL, "@timestamp");
        stream(
                ACCESSES,
                everything,
                "@timestamp",
                source -> id.accept(source.path("event").path("id").textValue()));
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
