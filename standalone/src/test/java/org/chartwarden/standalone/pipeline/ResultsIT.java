package org.chartwarden.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chartwarden.model.ChainLeaf;
import org.chartwarden.model.ChainLink;
import org.chartwarden.model.LeafKind;
import org.chartwarden.model.NotificationState;
import org.chartwarden.settings.Setting;
import org.chartwarden.sink.elasticsearch.ElasticsearchConnection;
import org.chartwarden.standalone.check.TopicReader;
import org.chartwarden.standalone.command.CommandLineRun;
import org.chartwarden.standalone.mail.Mailbox;
import org.chartwarden.standalone.process.ManagedProcess;
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

/**
 * A planted case, as people get to know it: one alert, one mail that names nobody, a packet; and all of it sealed once,
 * though the sink is killed, so that whatever is done to it in Elasticsearch is named.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ResultsIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String ALERTS = "chartwarden-alerts";
    private static final String SESSION_TIMEOUT = "kafka.session.timeout.ms";

    private Path folder;
    private Path heads;
    private RunningSite site;
    private ElasticsearchConnection elasticsearch;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        folder = directory;
        heads = folder.resolve("heads");
        site = RunningSite.start(
                folder,
                Map.of(
                        SESSION_TIMEOUT,
                        "6000", // so that the place of a sink that was killed is soon free
                        Setting.ALERT_GRACE.key(),
                        "PT0S",
                        Setting.CHAIN_INTERVAL.key(),
                        "PT2S",
                        Setting.CHAIN_HEAD_FILE.key(),
                        heads.toString()));
        elasticsearch = ElasticsearchConnection.open(site.settings());
    }

    @AfterAll
    void stop() throws IOException {
        if (elasticsearch != null) {
            elasticsearch.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @Test
    @Order(1)
    void shouldSealEachRecordOnceThoughTheSinkIsKilled() throws Exception {
        Charts charts = new Charts(site.settings());
        charts.watch("vip");
        site.drain(LIMIT);
        ManagedProcess sink = site.system().services().get(2);

        for (int i = 0; i < 5; i++) {
            charts.open("u" + i, "p" + i); // a record each, so that they are no crowd
        }
        charts.open("curious", "vip");
        await().atMost(LIMIT).until(() -> !links().isEmpty() && isMailed());
        sink.kill();
        charts.open("curious", "vip");
        sink.start();
        charts.open("late", "p6");
        site.drain(LIMIT);
        await().atMost(LIMIT).until(() -> accesses(leaves()).size() >= 8);

        assertThat(accesses(leaves())).hasSize(8);
        assertThat(leaves()).doesNotHaveDuplicates();
        assertThat(Files.readAllLines(heads))
                .extracting(line -> line.replaceAll(" .* ", " "))
                .containsExactlyElementsOf(links().stream()
                        .map(link -> link.getSequence() + " " + link.getHash())
                        .toList());
    }

    @Test
    @Order(2)
    void shouldTellThePlantedCaseOnceAndMailItWithoutNamingAnybody() throws Exception {
        List<ObjectNode> alerts = vipAlerts();
        await().atMost(LIMIT)
                .until(() -> !Mailbox.mails(site.data().folder("mail")).isEmpty());
        site.drain(LIMIT);
        List<String> mails = new ArrayList<>();
        for (Path mail : Mailbox.mails(site.data().folder("mail"))) {
            mails.add(Files.readString(mail));
        }

        assertThat(alerts).singleElement().satisfies(alert -> {
            // what the links to both investigations lead by
            assertThat(alert.at("/user/id").textValue()).isEqualTo("curious");
            assertThat(alert.at("/patient/id").textValue()).isEqualTo("vip");
            assertThat(alert.at("/chartwarden/event_count").intValue()).isEqualTo(2);
            assertThat(alert.at("/chartwarden/status").textValue()).isEqualTo("open");
        });
        assertThat(mails)
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail).contains(alertId()).doesNotContain("curious", "vip", "without-explanation"));
    }

    @Test
    @Order(3)
    void shouldVouchForEverything() {
        CommandLineRun run = verified();

        assertThat(run.out()).endsWith("0 changed, 0 removed, 0 added; the chain is whole\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    @Order(4)
    void shouldNameWhatWasDoneInElasticsearch() throws IOException {
        Hit<ObjectNode> hit = access("curious");
        ObjectNode forged = hit.source().deepCopy();
        forged.withObjectProperty("user").put("id", "somebody");

        put(hit.index(), hit.id(), forged);
        assertNamed("CHANGED access " + hit.id() + " ", "1 changed, 0 removed, 0 added; the chain is whole");
        put(hit.index(), hit.id(), hit.source());
        assertThat(site.run("verify").exitCode()).isZero();

        delete(hit.index(), hit.id());
        assertNamed("REMOVED access " + hit.id() + " ", "0 changed, 1 removed, 0 added; the chain is whole");
        put(hit.index(), hit.id(), hit.source());

        put(hit.index(), "added", hit.source());
        assertNamed("ADDED access added ", "0 changed, 0 removed, 1 added; the chain is whole");
        delete(hit.index(), "added");

        ObjectNode alert = vipAlerts().get(0);
        ObjectNode closed = alert.deepCopy();
        closed.withObjectProperty("chartwarden").put("status", "closed");
        put(ALERTS, alertId(), closed);
        assertNamed("CHANGED alert " + alertId(), "1 changed, 0 removed, 0 added; the chain is whole");
        put(ALERTS, alertId(), alert);
    }

    @Test
    @Order(5)
    void shouldNameALinkThatIsKnownOtherwiseOutside() {
        CommandLineRun rewritten = site.run("verify", "--head", "1:" + "ab".repeat(32));
        CommandLineRun cutOff = site.run("verify", "--head", "999:" + "ab".repeat(32));

        assertThat(rewritten.out())
                .contains("the chain was rewritten: link 1 has another hash than is known from outside");
        assertThat(cutOff.out()).contains("the chain was cut off: ");
        assertThat(List.of(rewritten.exitCode(), cutOff.exitCode())).containsExactly(1, 1);
    }

    @Test
    @Order(6)
    void shouldHandOutAPacketAndKnowItAgain() throws IOException {
        Path out = folder.resolve("packets");

        CommandLineRun made = site.run("report", "evidence", alertId(), "--by", "officer1", "--out", out.toString());
        Path packet;
        try (Stream<Path> files = Files.list(out)) {
            packet = files.findFirst().orElseThrow();
        }
        CommandLineRun known = await().atMost(LIMIT)
                .until(
                        () -> site.run("verify", packet.toString()),
                        run -> run.out().contains("of the chain seals"));
        CommandLineRun offline = CommandLineRun.of(folder.resolve("nowhere"), "verify", packet.toString());

        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.out()).contains("\nhanded out by officer1, which is written down\n");
        assertThat(known.out())
                .contains("on record: handed out by officer1 at ")
                .contains("the chain still has link ");
        assertThat(offline.out()).contains("not checked, since no Chartwarden runs here");
        assertThat(List.of(known.exitCode(), offline.exitCode())).containsExactly(0, 0);
        assertThat(verified().exitCode()).isZero();
    }

    /** When nothing waits to be sealed any more. */
    private CommandLineRun verified() {
        return await().atMost(LIMIT)
                .until(() -> site.run("verify"), run -> !run.out().contains("not sealed yet"));
    }

    private void assertNamed(String what, String totals) {
        CommandLineRun run = site.run("verify");

        assertThat(run.out()).contains("\n" + what).endsWith(totals + "\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    /** And noted: a kill before the note would have it mailed again, which is the one window that docs/email.md names. */
    private boolean isMailed() {
        return new TopicReader(site.settings())
                .newest(Topics.NOTIFICATIONS).values().stream()
                        .anyMatch(mail -> mail.getState() == NotificationState.SENT);
    }

    private List<ChainLink> links() {
        List<ChainLink> links = new ArrayList<>();
        new TopicReader(site.settings()).read(Topics.CHAIN, entry -> links.add(entry.value()));
        return links;
    }

    private List<ChainLeaf> leaves() {
        List<ChainLeaf> leaves = new ArrayList<>();
        new TopicReader(site.settings())
                .read(Topics.CHAIN_PAGES, entry -> leaves.addAll(entry.value().getLeaves()));
        return leaves;
    }

    private static List<String> accesses(List<ChainLeaf> leaves) {
        return leaves.stream()
                .filter(leaf -> leaf.getKind() == LeafKind.ACCESS)
                .map(ChainLeaf::getId)
                .distinct()
                .toList();
    }

    private Hit<ObjectNode> access(String user) throws IOException {
        return elasticsearch
                .client()
                .search(
                        search -> search.index("chartwarden-accesses-*")
                                .query(query ->
                                        query.term(term -> term.field("user.id").value(user))),
                        ObjectNode.class)
                .hits()
                .hits()
                .get(0);
    }

    private List<ObjectNode> vipAlerts() throws IOException {
        return elasticsearch
                .client()
                .search(
                        search -> search.index(ALERTS)
                                .query(query ->
                                        query.term(term -> term.field("rule.id").value("vip-without-explanation"))),
                        ObjectNode.class)
                .hits()
                .hits()
                .stream()
                .map(Hit::source)
                .toList();
    }

    private String alertId() throws IOException {
        return vipAlerts().get(0).at("/event/id").textValue();
    }

    private void put(String index, String id, ObjectNode document) throws IOException {
        elasticsearch.client().index(request -> request.index(index).id(id).document(document));
    }

    private void delete(String index, String id) throws IOException {
        elasticsearch.client().delete(request -> request.index(index).id(id));
    }
}
