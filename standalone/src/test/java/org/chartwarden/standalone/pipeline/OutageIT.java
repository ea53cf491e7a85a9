package org.chartwarden.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chartwarden.producers.ingest.Ingest;
import org.chartwarden.service.Counters;
import org.chartwarden.service.ServiceEndpoint;
import org.chartwarden.settings.Setting;
import org.chartwarden.sink.reconcile.Compared;
import org.chartwarden.sink.reconcile.Difference;
import org.chartwarden.sink.reconcile.Finding;
import org.chartwarden.sink.reconcile.Reconciliation;
import org.chartwarden.sink.reconcile.Span;
import org.chartwarden.sink.reconcile.Tally;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.standalone.command.CommandLineRun;
import org.chartwarden.standalone.process.ManagedProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Elasticsearch dies under load and comes back: nothing is missing, nothing is twice. Then somebody lays hands on the
 * documents: {@code reconcile} names each and mends what it can. {@code -Doutage=PT2M} makes the outage longer.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class OutageIT {

    private static final Duration OUTAGE = Duration.parse(System.getProperty("outage", "PT10S"));
    private static final Duration PATIENCE = Duration.ofMinutes(3).plus(OUTAGE.multipliedBy(2));
    private static final int WELL_UNDER_WAY = 1_000;
    private static final Instant TIME = Instant.parse("2026-03-04T06:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private RunningSite site;
    private Path folder;

    @BeforeAll
    void startEverything(@TempDir Path directory) throws Exception {
        folder = directory;
        site = RunningSite.start(directory, Map.of(Setting.INBOX_INTERVAL.key(), "PT0.2S"));
        assumeThat(site.elasticsearch()).isPresent();
        try (Ingest ingest = Ingest.open(site.settings(), new Counters(ServiceEndpoint.newMeters()))) {
            ingest.context(
                    new ByteArrayInputStream(AccessLoad.context(TIME).getBytes(StandardCharsets.UTF_8)), "hospital");
        }
        site.drain(PATIENCE);
    }

    @AfterAll
    void stopEverything() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    @Order(1)
    void shouldMissNothingAndHaveNothingTwiceAfterElasticsearchDiedUnderLoad() throws Exception {
        ManagedProcess elasticsearch = site.elasticsearch().orElseThrow();
        Path inbox = Path.of(site.settings().text(Setting.INBOX_DIRECTORY)).resolve("access-log");
        AccessLoad load = AccessLoad.start(TIME, inbox);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> indexed() > WELL_UNDER_WAY);

        elasticsearch.kill();
        long before = load.rows();
        await().pollDelay(OUTAGE).atMost(OUTAGE.plus(PATIENCE)).until(() -> true);
        CommandLineRun status = site.run("status");
        elasticsearch.start();
        elasticsearch.awaitReady(PATIENCE);
        Instant back = Instant.now();
        long after = load.rows();
        await().atMost(PATIENCE).until(() -> load.rows() > after + WELL_UNDER_WAY);
        load.stop();
        await().atMost(PATIENCE).until(() -> isEmpty(inbox));
        site.drain(PATIENCE);
        Duration behind = Duration.between(back, Instant.now());

        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.out()).contains("Elasticsearch does not store documents");
        Tally tally = compare(new ArrayList<>());
        for (Finding finding : Finding.values()) {
            boolean both = finding == Finding.IN_KAFKA || finding == Finding.IN_ELASTICSEARCH;
            boolean compacted = finding == Finding.SUPERSEDED;
            assertThat(tally.total(Compared.ACCESSES).of(finding)).isEqualTo(both ? load.rows() : 0);
            assertThat(tally.total().of(finding)).as("%s", finding).matches(count -> both || compacted || count == 0);
        }
        assertThat(tally.total(Compared.ALERTS).of(Finding.IN_ELASTICSEARCH)).isPositive();
        System.out.printf(
                "%s of outage: %,d accesses, %,d of them while Elasticsearch was away, %,d alerts; all there %s later%n",
                OUTAGE,
                load.rows(),
                after - before,
                tally.total(Compared.ALERTS).of(Finding.IN_ELASTICSEARCH),
                behind);
    }

    @Test
    @Order(2)
    void shouldNameWhatIsMissingOrTooOldAndRefillIt() throws Exception {
        JsonNode access = anyDocument("chartwarden-accesses-*", "match_all", "{}");
        JsonNode alert = anyDocument("chartwarden-alerts", "range", "{\"chartwarden.revision\":{\"gt\":1}}");
        delete(access);
        delete(alert);
        write(alert, alert.get("_id").textValue(), 1);

        CommandLineRun found = site.run("reconcile", "--since", "2026-03-04T06:00:00Z", "--until", "2026-03-06");
        CommandLineRun refilled = site.run("reconcile", "--refill");

        assertThat(found.exitCode()).isEqualTo(1);
        assertThat(found.out())
                .contains("2 differences:")
                .containsPattern("missing  accesses  " + access.get("_id").textValue() + "  .* it is in audit.access"
                        + " partition [0-9] offset [0-9]+")
                .contains("other-revision  alerts  " + alert.get("_id").textValue())
                .contains("it is there as 1, in Kafka as " + alert.get("_version"));
        System.out.println(refilled.out());
        assertThat(refilled.exitCode()).isZero();
        assertThat(refilled.out())
                .contains("Refilled; Elasticsearch refused 0.")
                .endsWith("Kafka and Elasticsearch agree: nothing is missing, extra, of another revision or twice.\n");
    }

    @Test
    @Order(3)
    void shouldNameWhatIsExtraOrTwiceAndWriteEveryIdIntoAFile() throws Exception {
        JsonNode access = anyDocument("chartwarden-accesses-*", "match_all", "{}");
        write(access, "forged", 1);
        write(
                ((ObjectNode) access.deepCopy()).put("_index", "chartwarden-accesses-2026.03.04"),
                access.get("_id").textValue(),
                access.get("_version").longValue());
        Path ids = folder.resolve("ids.tsv");

        CommandLineRun run = site.run("reconcile", "--refill", "--ids", ids.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(Files.readAllLines(ids))
                .map(line -> line.substring(0, line.indexOf("\t2026")))
                .containsExactlyInAnyOrder(
                        "extra\taccesses\tforged",
                        "twice\taccesses\t" + access.get("_id").textValue());
    }

    private Tally compare(List<Difference> differences) throws Exception {
        try (Reconciliation reconciliation = new Reconciliation(site.settings(), Clock.systemUTC())) {
            return reconciliation
                    .compare(new Span(null, null), folder, differences::add)
                    .tally();
        }
    }

    private long indexed() throws Exception {
        try (AuditSearch search = AuditSearch.open(site.settings())) {
            return search.counts().accesses();
        }
    }

    private static boolean isEmpty(Path inbox) throws Exception {
        try (var files = Files.list(inbox)) {
            return files.findAny().isEmpty();
        }
    }

    private JsonNode anyDocument(String index, String query, String condition) throws Exception {
        String body = "{\"size\":1,\"version\":true,\"query\":{\"" + query + "\":" + condition + "}}";
        return send("POST", index + "/_search", body).at("/hits/hits/0");
    }

    private void delete(JsonNode hit) throws Exception {
        String document =
                hit.get("_index").textValue() + "/_doc/" + hit.get("_id").textValue();
        send("DELETE", document + "?refresh=true&version_type=external_gte&version=" + hit.get("_version"), "");
    }

    /** An older version than one that was deleted is refused until the node has forgotten that one. */
    private void write(JsonNode hit, String id, long version) throws Exception {
        String index = hit.get("_index").textValue();
        String path = index + "/_doc/" + id + "?refresh=true&version_type=external_gte&version=" + version;
        send("PUT", "chartwarden-*/_settings", "{\"index.gc_deletes\":\"0s\"}");
        await().atMost(PATIENCE).untilAsserted(() -> {
            send("POST", "chartwarden-*/_refresh", "");
            send("PUT", path, hit.get("_source").toString());
        });
    }

    private JsonNode send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(site.settings().text(Setting.ELASTICSEARCH_URL) + "/" + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return JSON.readTree(answer.body());
    }
}
