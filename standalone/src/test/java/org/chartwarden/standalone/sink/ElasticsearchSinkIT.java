package org.chartwarden.standalone.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Decision;
import org.chartwarden.model.Stage;
import org.chartwarden.sink.elasticsearch.ElasticsearchSink;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.sink.search.AuditSearch.Filter;
import org.chartwarden.sink.search.Documents;
import org.chartwarden.sink.search.FoundAlert;
import org.chartwarden.sink.search.RuleCounts;
import org.chartwarden.standalone.check.TopicReader;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Every record is in Elasticsearch once, at its newest revision, or in the dead-letter topic. */
@TestInstance(Lifecycle.PER_CLASS)
class ElasticsearchSinkIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int NOBODY_LISTENS = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private SinkBench bench;
    private AuditSearch search;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        bench = SinkBench.start(folder, NOBODY_LISTENS);
        search = AuditSearch.open(bench.settings());
        assertThat(search.counts()).isEqualTo(new AuditSearch.Counts(0, 0, Map.of()));
        assertThat(accessIds()).isEmpty();
        assertThat(search.ruleCounts()).isEmpty();
        assertThat(search.alert("anything")).isEmpty();
        bench.startSink();
    }

    @AfterAll
    void stop() throws IOException {
        if (search != null) {
            search.close();
        }
        if (bench != null) {
            bench.close();
        }
    }

    @Test
    void shouldExportWhatCameInAndLeaveNoLagBehindTheTransactionMarkers() throws Exception {
        bench.produce(Topics.EXPLAINED, "exported", Records.access("export-1", "exported", 1));

        await().atMost(LIMIT).until(() -> export("exported").size() == 1);

        assertThat(export("exported")).containsExactly("""
                {"eventId":"export-1","time":"2026-01-31T10:00:00.000Z","userId":"exported","patientId":"p1",\
                "action":"R","explained":false,"explanations":[],"rules":[]}""");
        assertThat(lines(new Filter(Instant.parse("2026-01-31T10:00:00Z"), null, "exported", "p1")))
                .hasSize(1);
        assertThat(lines(new Filter(null, Instant.parse("2026-01-31T10:00:00Z"), "exported", null)))
                .isEmpty();
        assertThat(lines(new Filter(null, null, "exported", "p2"))).isEmpty();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(committed()).isEqualTo(ends()));
    }

    @Test
    void shouldNeverGoBackToAnOlderRevision() throws Exception {
        bench.produce(Topics.ALERTS, "story", Records.alert("story", 1));
        bench.produce(Topics.ALERTS, "story", Records.alert("story", 3));
        bench.produce(Topics.ALERTS, "story", Records.alert("story", 2));
        bench.produce(Topics.ALERTS, "story", Records.alert("after-story", 1));
        await().atMost(LIMIT).until(() -> alert("after-story").size() == 1);

        List<JsonNode> found = alert("story");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("revision").intValue()).isEqualTo(3);
    }

    @Test
    void shouldCountWhatBecameOfEachRulesAlerts() throws Exception {
        bench.produce(Topics.ALERTS, "c1", Records.decided("c1", "counted", Decision.VIOLATION_CURIOSITY));
        bench.produce(Topics.ALERTS, "c2", Records.decided("c2", "counted", Decision.DOCUMENTATION_GAP));
        bench.produce(Topics.ALERTS, "c3", Records.decided("c3", "counted", Decision.UNSUBSTANTIATED));
        for (AlertStatus status : List.of(AlertStatus.PROVISIONAL, AlertStatus.OPEN, AlertStatus.EXPLAINED)) {
            Alert alert = Alert.newBuilder(Records.alert("c-" + status, 1, status))
                    .setRuleId("counted")
                    .build();
            bench.produce(Topics.ALERTS, alert.getAlertId(), alert);
        }

        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(search.ruleCounts().get("counted")).isEqualTo(new RuleCounts(6, 1, 1, 1, 1, 1)));
    }

    @Test
    void shouldFindAnAlertByItsId() throws Exception {
        bench.produce(Topics.ALERTS, "wanted", Records.alert("wanted", 1));

        await().atMost(LIMIT).until(() -> search.alert("wanted").isPresent());

        assertThat(search.alert("wanted"))
                .contains(new FoundAlert(
                        "wanted",
                        "vip-without-explanation",
                        "open",
                        Optional.of("u1"),
                        Optional.of("p1"),
                        List.of(),
                        Instant.parse("2026-01-31T10:00:00Z")));
    }

    @Test
    void shouldLoseNothingAndDoubleNothingWhileElasticsearchIsAway() throws Exception {
        List<String> ids = IntStream.range(0, 300).mapToObj(i -> "outage-" + i).toList();
        for (String id : ids.subList(0, 100)) {
            bench.produce(Topics.EXPLAINED, "outage", Records.access(id, "outage", 1));
        }
        bench.elasticsearch().kill();
        for (String id : ids.subList(100, 300)) {
            bench.produce(Topics.EXPLAINED, "outage", Records.access(id, "outage", 1));
        }
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(bench.problem().orElse(""))
                        .startsWith("elasticsearch-sink: Elasticsearch does not store documents:"));

        bench.elasticsearch().start();
        bench.elasticsearch().awaitReady(LIMIT);

        await().atMost(LIMIT).ignoreExceptions().until(() -> export("outage").size() >= ids.size());
        assertThat(export("outage").stream()
                        .map(line -> read(line).get("eventId").textValue()))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(bench.problem().orElse("")).doesNotContain("elasticsearch-sink");
    }

    @Test
    void shouldDeadLetterWhatElasticsearchRefusesAndGoOnWithTheRest() throws Exception {
        String tooLong = "x".repeat(40_000); // Lucene takes 32,766 bytes in one keyword
        bench.produce(Topics.EXPLAINED, "refused", Records.access("refused-1", tooLong, 1));
        bench.produceBytes(Topics.EXPLAINED, "refused", new byte[] {'n', 'o'});
        bench.produce(Topics.EXPLAINED, "refused", Records.access("taken-1", "rest", 1));

        await().atMost(LIMIT)
                .until(() -> export("rest").size() == 1 && deadLetters().size() == 2);

        List<DeadLetter> letters = deadLetters();
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.getStage()).isEqualTo(Stage.SINK);
            assertThat(letter.getSource()).isEqualTo("audit.access");
            assertThat(letter.getPosition()).matches("partition [01] offset [0-9]+");
            assertThat(letter.getReason()).doesNotContain("xxx");
        });
        assertThat(letters)
                .extracting(DeadLetter::getReason)
                .satisfiesExactlyInAnyOrder(
                        refused -> assertThat(refused).startsWith("Elasticsearch refuses the document: "),
                        unread -> assertThat(unread).contains("audit.access"));
        assertThat(letters)
                .anySatisfy(letter -> assertThat(letter.getRaw().array()).containsExactly('n', 'o'));
        assertThat(accessIds()).contains("taken-1").doesNotContain("refused-1");
    }

    private List<String> export(String user) throws IOException {
        return lines(new Filter(null, null, user, null));
    }

    private List<String> lines(Filter filter) throws IOException {
        List<String> lines = new ArrayList<>();
        search.accesses(filter, lines::add);
        return lines;
    }

    private List<String> accessIds() throws IOException {
        List<String> ids = new ArrayList<>();
        search.ids(Documents.ACCESSES, ids::add);
        return ids;
    }

    private List<JsonNode> alert(String id) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        search.alerts(Filter.ALL, line -> found.add(read(line)));
        found.removeIf(line -> !line.get("alertId").textValue().equals(id));
        return found;
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    private List<DeadLetter> deadLetters() {
        List<DeadLetter> letters = new ArrayList<>();
        new TopicReader(bench.settings()).read(Topics.DEAD_LETTER, entry -> letters.add(entry.value()));
        return letters;
    }

    private List<Long> committed() throws Exception {
        try (Admin admin = Admin.create(new java.util.HashMap<>(bench.settings().kafka()))) {
            var offsets = admin.listConsumerGroupOffsets(ElasticsearchSink.GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return partitions().stream()
                    .map(partition -> offsets.get(partition).offset())
                    .toList();
        }
    }

    private List<Long> ends() throws Exception {
        try (Admin admin = Admin.create(new java.util.HashMap<>(bench.settings().kafka()))) {
            List<Long> ends = new ArrayList<>();
            for (TopicPartition partition : partitions()) {
                ends.add(admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                        .partitionResult(partition)
                        .get()
                        .offset());
            }
            return ends;
        }
    }

    private static List<TopicPartition> partitions() {
        return List.of(new TopicPartition(Topics.EXPLAINED.name(), 0), new TopicPartition(Topics.EXPLAINED.name(), 1));
    }
}
