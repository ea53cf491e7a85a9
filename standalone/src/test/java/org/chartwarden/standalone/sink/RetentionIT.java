package org.chartwarden.standalone.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Instruction;
import org.chartwarden.settings.Setting;
import org.chartwarden.sink.elasticsearch.AccessIndices;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.sink.search.Documents;
import org.chartwarden.standalone.officer.HoldSubject;
import org.chartwarden.standalone.officer.HoldSubject.Kind;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What is kept and what goes, on real servers. One sink is carried through, so the tests have an order. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class RetentionIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int NOBODY_LISTENS = 1;
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final Instant EXPIRED = yearsAgo(11);
    private static final Instant EXPIRED_WITH_HOLDS = yearsAgo(12);
    private static final Instant WARM = yearsAgo(1);

    private SinkBench bench;
    private AuditSearch search;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        bench = SinkBench.start(folder, NOBODY_LISTENS);
        search = AuditSearch.open(bench.settings());
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
    @Order(1)
    void shouldTagWhatIsThereAndWhatArrivesLaterThroughReplaysAndRevisions() throws Exception {
        access("held-before", "held", NOW, 1);
        access("free", "free", NOW, 1);
        await().atMost(LIMIT).until(() -> accesses().size() == 2);

        order(new HoldSubject(Kind.USER, "held"), true);
        await().atMost(LIMIT).until(() -> accesses().get("held-before"));
        access("held-later", "held", NOW, 1);
        access("held-before", "held", NOW, 1);
        access("held-before", "held", NOW, 2);
        access("behind-them", "free", NOW, 1);
        await().atMost(LIMIT).until(() -> accesses().size() == 4 && revisions("held-before") == 2);

        assertThat(accesses())
                .isEqualTo(Map.of("held-before", true, "held-later", true, "free", false, "behind-them", false));
    }

    @Test
    @Order(2)
    void shouldDeleteWhatIsPastItsRetentionButForWhatIsHeld() throws Exception {
        access("expired-1", "free", EXPIRED, 1);
        access("expired-2", "free", EXPIRED, 1);
        access("expired-3", "free", EXPIRED_WITH_HOLDS, 1);
        access("expired-held", "held", EXPIRED_WITH_HOLDS, 1);
        access("expired-of-alert", "free", EXPIRED_WITH_HOLDS, 1);
        access("warm", "free", WARM, 1);
        alert("kept", "expired-of-alert");
        alert("expired", "expired-3");
        await().atMost(LIMIT).until(() -> accesses().size() == 10 && alerts().size() == 2);

        order(new HoldSubject(Kind.ALERT, "kept"), true);
        await().atMost(LIMIT).until(() -> alerts().size() == 1 && accesses().size() == 7);

        assertThat(alerts()).isEqualTo(Map.of("kept", true));
        assertThat(accesses())
                .containsEntry("expired-held", true)
                .containsEntry("expired-of-alert", true)
                .containsEntry("warm", false)
                .doesNotContainKeys("expired-1", "expired-2", "expired-3");
        assertThat(settings(EXPIRED)).contains("index_not_found_exception");
        assertThat(settings(EXPIRED_WITH_HOLDS)).contains("\"index.blocks.write\":\"false\"");
    }

    @Test
    @Order(3)
    void shouldWarmOldIndicesAndStillWriteIntoThem() throws Exception {
        await().atMost(LIMIT).until(() -> settings(WARM).contains("data_warm,data_hot"));

        access("warm", "free", WARM, 2);

        await().atMost(LIMIT).until(() -> revisions("warm") == 2);
        assertThat(settings(NOW)).doesNotContain("data_warm");
    }

    @Test
    @Order(4)
    void shouldUntagAndDeleteWhatIsReleased() throws Exception {
        order(new HoldSubject(Kind.USER, "held"), false);

        await().atMost(LIMIT).until(() -> !accesses().containsKey("expired-held"));
        assertThat(accesses())
                .isEqualTo(Map.of(
                        "held-before", false,
                        "held-later", false,
                        "free", false,
                        "behind-them", false,
                        "warm", false,
                        "expired-of-alert", true));
        assertThat(bench.problem().orElse("")).doesNotContain("retention-keeper");
    }

    @Test
    @Order(5)
    void shouldHoldARecordUnderEachOfItsNumbers() throws Exception {
        record("under-old", "old", "new");
        record("under-new", "new", null);
        await().atMost(LIMIT).until(() -> accesses().size() == 8);

        order(new HoldSubject(Kind.PATIENT, "old"), true);

        await().atMost(LIMIT).until(() -> accesses().get("under-new"));
        assertThat(accesses()).containsEntry("under-old", true).containsEntry("free", false);
    }

    private void record(String id, String patient, String mergedInto) throws Exception {
        ExplainedAccess access = Records.access(id, "reader", 1);
        bench.produce(
                Topics.EXPLAINED,
                "reader",
                ExplainedAccess.newBuilder(access)
                        .setAccess(AccessEvent.newBuilder(access.getAccess())
                                .setPatientId(patient)
                                .setTime(NOW)
                                .build())
                        .setMergedInto(mergedInto)
                        .build());
    }

    /** In the middle of a month, so that no other lies in the same index. */
    private static Instant yearsAgo(int years) {
        return NOW.atOffset(ZoneOffset.UTC).minusYears(years).withDayOfMonth(15).toInstant();
    }

    private void access(String id, String user, Instant time, int revision) throws Exception {
        ExplainedAccess access = Records.access(id, user, revision);
        AccessEvent dated =
                AccessEvent.newBuilder(access.getAccess()).setTime(time).build();
        bench.produce(
                Topics.EXPLAINED,
                user,
                ExplainedAccess.newBuilder(access).setAccess(dated).build());
    }

    private void alert(String id, String access) throws Exception {
        Alert alert = Alert.newBuilder(Records.alert(id, 1))
                .setLastEventTime(EXPIRED_WITH_HOLDS)
                .setEventIds(List.of(access))
                .build();
        bench.produce(Topics.ALERTS, id, alert);
    }

    private void order(HoldSubject subject, boolean active) throws Exception {
        Instruction hold = subject.instruction(active, "officer", null, Instant.now());
        bench.produce(Topics.INSTRUCTIONS, hold.getInstructionId(), hold);
    }

    private Map<String, Boolean> accesses() throws IOException {
        return tagged(Documents.ACCESSES);
    }

    private Map<String, Boolean> alerts() throws IOException {
        return tagged(Documents.ALERTS);
    }

    /** Each document's id, and whether it has the tag. */
    private Map<String, Boolean> tagged(Documents kind) throws IOException {
        Map<String, Boolean> tagged = new TreeMap<>();
        search.read(
                kind,
                Query.of(all -> all.matchAll(any -> any)),
                document -> tagged.put(document.at("/event/id").textValue(), isTagged(document)));
        return tagged;
    }

    private static boolean isTagged(ObjectNode document) {
        return document.path("tags").toString().equals("[\"legal-hold\"]");
    }

    private int revisions(String id) throws IOException {
        int[] revision = {0};
        search.read(
                Documents.ACCESSES,
                Query.of(one -> one.term(term -> term.field("event.id").value(id))),
                document -> revision[0] = document.at("/chartwarden/revision").intValue());
        return revision[0];
    }

    private String settings(Instant time) throws IOException, InterruptedException {
        URI uri = URI.create(bench.settings().text(Setting.ELASTICSEARCH_URL) + "/" + AccessIndices.MONTH.index(time)
                + "/_settings?flat_settings=true");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}
