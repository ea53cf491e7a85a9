package org.chartwarden.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chartwarden.model.Alert;
import org.chartwarden.model.Stage;
import org.chartwarden.producers.ingest.Ingest;
import org.chartwarden.producers.ingest.IngestReport;
import org.chartwarden.producers.simulator.Shipment;
import org.chartwarden.producers.simulator.SimulatedDay;
import org.chartwarden.producers.simulator.SimulationPlan;
import org.chartwarden.service.Counters;
import org.chartwarden.service.ServiceEndpoint;
import org.chartwarden.settings.Setting;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.standalone.check.Conservation;
import org.chartwarden.standalone.check.Drain;
import org.chartwarden.standalone.check.Scorecard;
import org.chartwarden.standalone.check.Settled;
import org.chartwarden.standalone.check.TopicReader;
import org.chartwarden.standalone.mail.Mailbox;
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
 * FHIR files in, documents in Elasticsearch and mails out, each exactly once: also when the topology is killed in the
 * middle, and when everything is stopped and started again. One system is carried through, so the tests have an order.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class PipelineIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Longer than the topology is away when it is killed, so that late paperwork still comes in time. */
    private static final Duration GRACE = Duration.ofSeconds(40);

    private static final int BUNDLE_ENTRIES = 200;
    private static final String NOT_JSON = "this line is broken";

    private Path folder;

    private RunningSite site;
    private SimulatedDay day;
    private List<String> events;

    @BeforeAll
    void startEverything(@TempDir Path directory) throws InterruptedException {
        folder = directory;
        day = SimulatedDay.of(SimulationPlan.of(7, LocalDate.parse("2026-03-10"), ZoneOffset.UTC));
        events = day.auditLines().toList();
        start();
    }

    @AfterAll
    void stopEverything() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    @Order(1)
    void shouldJudgeEveryAccessExactlyOnceThoughTheTopologyIsKilled() throws Exception {
        IngestReport context = context(day.contextLines().toList());
        site.drain(PATIENCE);
        List<Shipment> shipments = day.deliveries(BUNDLE_ENTRIES).toList();
        int middle = afterLatePapers(shipments, 6);

        long first = deliver(shipments.subList(0, middle), this::judged);
        site.system().streams().kill();
        long second = deliver(shipments.subList(middle, shipments.size()), () -> {});
        IngestReport broken = ingest("broken.ndjson", List.of(NOT_JSON));
        site.system().streams().start();
        settle();

        assertThat(context.deadLettered()).isZero();
        assertThat(first + second).isEqualTo(events.size());
        assertThat(broken).isEqualTo(new IngestReport(1, 0, 1, 0));
        assertNothingLost(events.size());
        assertThat(deadLetters()).containsExactly(NOT_JSON);
        assertAlertsAreThePlantedOnes();
    }

    @Test
    @Order(2)
    void shouldMailEachOpenAlertOnceWithoutNamingAnybody() throws Exception {
        Map<String, Alert> alerts = alerts();
        Set<String> mailing = new Settled(site.settings()).mailing();

        List<Path> mails = Mailbox.mails(site.data().folder("mail"));

        Set<String> forbidden = new TreeSet<>();
        alerts.values().forEach(alert -> {
            Stream.of(alert.getUserId(), alert.getUserFullName())
                    .filter(Objects::nonNull)
                    .forEach(forbidden::add);
            forbidden.add(alert.getRuleId());
            forbidden.addAll(alert.getEventIds());
            alert.getUserDepartments().forEach(department -> forbidden.add(department.getName()));
        });
        day.incidents().forEach(incident -> forbidden.addAll(incident.patientIds()));
        Set<String> told = new LinkedHashSet<>();
        for (Path mail : mails) {
            String text = Files.readString(mail);
            assertThat(text).doesNotContain(forbidden);
            alerts.keySet().stream().filter(text::contains).forEach(told::add);
        }
        assertThat(mails).hasSameSizeAs(mailing);
        assertThat(told).containsExactlyInAnyOrderElementsOf(mailing);
    }

    @Test
    @Order(3)
    void shouldKeepEverythingOverARestartAndRecogniseWhatComesAgain() throws Exception {
        Map<String, Alert> before = alerts();
        int mails = Mailbox.mails(site.data().folder("mail")).size();
        Conservation then = Conservation.check(site.settings());

        site.close();
        start();
        IngestReport again = ingest("again.ndjson", events);
        settle();

        assertThat(again).isEqualTo(new IngestReport(events.size(), events.size(), 0, 0));
        Conservation now = assertNothingLost(2 * events.size());
        assertThat(now.explained()).isEqualTo(then.explained());
        assertThat(now.indexed()).isEqualTo(then.indexed());
        assertThat(now.duplicates()).isEqualTo(then.duplicates() + events.size());
        assertThat(alerts()).isEqualTo(before);
        assertThat(Mailbox.mails(site.data().folder("mail"))).hasSize(mails);
    }

    /** By default a broker refuses event times an hour ahead of its clock, which would stop the topology. */
    @Test
    @Order(4)
    void shouldLiveWithASourceWhoseClockIsAhead() throws Exception {
        Instant ahead = Instant.now().plus(Duration.ofHours(23)).truncatedTo(ChronoUnit.SECONDS);
        String event = events.get(0)
                .replaceAll("\"recorded\":\"[^\"]*\"", "\"recorded\":\"" + ahead + "\"")
                .replaceAll("\"period\":\\{[^}]*\\},", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "request-ahead");

        ingest("ahead.ndjson", List.of(event));
        site.drain(PATIENCE);

        List<String> found = new ArrayList<>();
        try (AuditSearch search = AuditSearch.open(site.settings())) {
            search.accesses(new AuditSearch.Filter(ahead, null, null, null), found::add);
        }
        assertThat(found).singleElement().asString().contains(ahead.toString().replace("Z", ".000Z"));
    }

    private void start() throws InterruptedException {
        Map<String, String> changes =
                Map.of(Setting.ALERT_GRACE.key(), GRACE.toString(), Setting.MAIL_HOURLY_LIMIT.key(), "10000");
        site = RunningSite.start(folder, changes);
    }

    private IngestReport context(List<String> lines) throws IOException {
        try (Ingest ingest = ingest()) {
            return ingest.context(write("context.ndjson", lines));
        }
    }

    private static int afterLatePapers(List<Shipment> shipments, int papers) {
        int[] late = IntStream.range(0, shipments.size())
                .filter(index -> shipments.get(index) instanceof Shipment.ContextLines)
                .toArray();
        return late[papers - 1] + 1;
    }

    /**
     * In the order of arrival; returns how many AuditEvents Kafka has taken.
     *
     * @param catchingUp lets the accesses be judged first, else no paperwork would ever be late, and what is usual would
     *     be learned from days cut up by partitions that run ahead
     */
    private long deliver(List<Shipment> shipments, Waiting catchingUp) throws Exception {
        long produced = 0;
        try (Ingest ingest = ingest()) {
            for (Shipment shipment : shipments) {
                if (shipment instanceof Shipment.AuditBundle bundle) {
                    produced += ingest.audit(stream(bundle.body()), "bundle").produced();
                } else if (shipment instanceof Shipment.WeekPassed) {
                    catchingUp.await();
                } else if (shipment instanceof Shipment.ContextLines late) {
                    catchingUp.await();
                    ingest.context(stream(String.join("\n", late.lines())), "late paperwork");
                }
            }
        }
        return produced;
    }

    /** Something to wait for. */
    private interface Waiting {
        void await() throws InterruptedException;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private IngestReport ingest(String name, List<String> lines) throws IOException {
        try (Ingest ingest = ingest()) {
            return ingest.audit(write(name, lines));
        }
    }

    private Ingest ingest() {
        return Ingest.open(site.settings(), new Counters(ServiceEndpoint.newMeters()));
    }

    private Path write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    private void judged() throws InterruptedException {
        try (Drain drain = new Drain(site.settings())) {
            assertThat(drain.awaitJudged(PATIENCE)).as("everything is judged").isTrue();
        }
    }

    private void settle() throws InterruptedException {
        assertThat(new Settled(site.settings()).await(PATIENCE))
                .as("no alert is provisional any more")
                .isTrue();
    }

    private Conservation assertNothingLost(long produced) throws IOException {
        Conservation conservation = Conservation.check(site.settings());
        assertThat(conservation.violations()).isEmpty();
        assertThat(conservation.produced()).isEqualTo(produced);
        assertThat(conservation.explained()).isEqualTo(produced - conservation.duplicates());
        assertThat(conservation.indexed()).isEqualTo(conservation.explained());
        assertThat(conservation.deadLettered()).isEqualTo(Map.of(Stage.PRODUCERS, 1L));
        return conservation;
    }

    private void assertAlertsAreThePlantedOnes() throws IOException {
        Map<String, Alert> alerts = alerts();
        Scorecard scorecard = Scorecard.of(day.incidents(), day.innocents(), List.copyOf(alerts.values()));
        assertThat(scorecard.missed()).isEmpty();
        assertThat(scorecard.accused()).isEmpty();
        assertThat(scorecard.selfClosed()).isNotEmpty();
        try (AuditSearch search = AuditSearch.open(site.settings())) {
            List<String> documents = new ArrayList<>();
            search.alerts(AuditSearch.Filter.ALL, documents::add);
            assertThat(documents).hasSameSizeAs(alerts.values());
        }
    }

    private Map<String, Alert> alerts() {
        return new TopicReader(site.settings()).newest(Topics.ALERTS);
    }

    private List<String> deadLetters() {
        List<String> contents = new ArrayList<>();
        new TopicReader(site.settings())
                .read(
                        Topics.DEAD_LETTER,
                        entry -> contents.add(StandardCharsets.UTF_8
                                .decode(entry.value().getRaw().duplicate())
                                .toString()));
        return contents;
    }
}
