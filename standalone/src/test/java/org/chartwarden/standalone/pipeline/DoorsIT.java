package org.chartwarden.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.producers.ingest.Ingest;
import org.chartwarden.service.Counters;
import org.chartwarden.service.ServiceEndpoint;
import org.chartwarden.settings.Setting;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.sink.search.Documents;
import org.chartwarden.standalone.bench.BenchHospital;
import org.chartwarden.standalone.bench.TlsMaterial;
import org.chartwarden.standalone.check.Conservation;
import org.chartwarden.standalone.check.TopicReader;
import org.chartwarden.standalone.deadletter.ReplayResult;
import org.chartwarden.standalone.process.ManagedProcess;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Every door on the real system: what comes in is in Elasticsearch once, and nothing that is sent brings a door down. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class DoorsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ROWS = 40_000;
    private static final Instant TIME = Instant.parse("2026-03-04T10:00:00Z");

    private static final String HEADER = "time,userId,patientId,action,sourceSystem,requestId";

    private RunningSite site;
    private Senders senders;

    @BeforeAll
    void startEverything(@TempDir Path folder) throws Exception {
        TlsMaterial tls = TlsMaterial.make(folder, "not-a-secret");
        Map<String, String> changes = new HashMap<>(tls.settings());
        changes.put(Setting.INBOX_INTERVAL.key(), "PT0.2S");
        site = RunningSite.start(folder, changes);
        senders = new Senders(site.settings(), site.system().httpUrl(), tls);
    }

    @AfterAll
    void stopEverything() {
        if (site != null) {
            site.close();
        }
    }

    @AfterEach
    void everyEventIsInOnePlace() throws Exception {
        site.drain(PATIENCE);
        assertThat(Conservation.check(site.settings()).violations()).isEmpty();
    }

    @Test
    @Order(1)
    void shouldIndexOneActOnceThroughWhicheverDoorsItComes() throws Exception {
        assertThat(senders.post("AuditEvent", Senders.fhir("u1", "p1", "same-act"))
                        .statusCode())
                .isEqualTo(201);
        senders.syslogTls(Senders.atna("u1", "p1", "same-act"));
        senders.syslogTcp(Senders.atna("u1", "p1", "same-act"));
        senders.putIntoInbox("same.csv", Stream.of(Senders.row("u1", "p1", "same-act")));
        senders.syslogTls(Senders.atna("u2", "p2", "tls"));
        senders.syslogTcp(Senders.atna("u3", "p3", "tcp"));
        senders.putIntoInbox("other.csv", Stream.of(Senders.row("u4", "p4", "file")));

        awaitAccesses(7);
        site.drain(PATIENCE);

        Map<String, Long> events = accessIds().stream().collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        assertThat(events).hasSize(4);
        assertThat(indexed()).isEqualTo(events.keySet());
    }

    @Test
    @Order(2)
    void shouldTakePatientsAndCareFromHl7() throws Exception {
        String answer = senders.mllp("MSH|^~\\&|ADT|H|CW|H|20260304100000||ADT^A01^ADT_A01|m1|P|2.5.1\r"
                + "EVN|A01|20260304100000\rPID|1||p9^^^H^MR||Example^Ann\rPV1|1|I|ward-3||||||||||||||||v9\r");

        assertThat(answer).contains("MSA|AA|m1");
        Map<String, CareEvent> care = new HashMap<>();
        new TopicReader(site.settings())
                .read(Topics.CARE, record -> care.put(record.value().getCareId(), record.value()));
        assertThat(care.get("Encounter/v9").getPatientId()).isEqualTo("p9");
    }

    @Test
    @Order(3)
    void shouldIndexEveryRowOnceThoughTheProducersAreKilledInTheMiddleOfAFile() throws Exception {
        Set<String> before = indexed();
        int there = accessIds().size();
        ManagedProcess producers = producers();
        BenchHospital hospital = new BenchHospital(TIME, "large");
        try (Ingest ingest = Ingest.open(site.settings(), new Counters(ServiceEndpoint.newMeters()))) {
            String lines = hospital.contextLines().collect(Collectors.joining("\n"));
            ingest.context(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), "hospital");
        }

        senders.putIntoInbox(
                "large.csv", IntStream.range(0, ROWS).mapToObj(number -> Senders.row(hospital.reading(number))));
        await().atMost(PATIENCE).until(() -> accessIds().size() > there + ROWS / 5);
        producers.kill();
        int taken = accessIds().size() - there;
        producers.start();
        producers.awaitReady(PATIENCE);
        await().atMost(PATIENCE)
                .until(() -> Files.list(site.data().folder("inbox").resolve("access-log"))
                        .findAny()
                        .isEmpty());
        site.drain(PATIENCE);

        assertThat(taken).as("killed in the middle").isLessThan(ROWS);
        Set<String> now = indexed();
        now.removeAll(before);
        assertThat(now).hasSize(ROWS);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    @Order(4)
    void shouldGoOnWhateverIsSent() throws Exception {
        long process = producers().pid();
        List<Socket> slow = new ArrayList<>();
        for (Setting port : List.of(Setting.SYSLOG_TCP_PORT, Setting.MLLP_PORT, Setting.HTTP_PORT)) {
            Socket socket = new Socket("127.0.0.1", site.settings().integer(port));
            socket.getOutputStream()
                    .write(
                            port == Setting.HTTP_PORT
                                    ? "POST / HT".getBytes(StandardCharsets.US_ASCII)
                                    : "\u000b9".getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
        }

        senders.syslogTcp(Senders.bomb());
        long swallowed = senders.endless(Setting.SYSLOG_TCP_PORT, "<85>1 - - - - - - ");
        long swallowedByMllp = senders.endless(Setting.MLLP_PORT, "\u000bMSH|^~\\&|");
        senders.putIntoInbox("latin.csv", "caf\u00e9,R\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(senders.post("AuditEvent", "{\"resourceType\":\"AuditEvent\",\"entity\":" + "[".repeat(1_000_000))
                        .statusCode())
                .isEqualTo(400);

        assertThat(swallowed).as("the door hangs up").isLessThan(2L << 30);
        assertThat(swallowedByMllp).as("the door hangs up").isLessThan(2L << 30);
        int there = accessIds().size();
        assertThat(senders.post("AuditEvent", Senders.fhir("u1", "p1", "after-all-that"))
                        .statusCode())
                .isEqualTo(201);
        senders.syslogTcp(Senders.atna("u1", "p1", "after-all-that-2"));
        assertThat(
                        senders.mllp(
                                "MSH|^~\\&|ADT|H|CW|H|20260304100000||ADT^A08^ADT_A01|m2|P|2.5.1\rEVN|A08|20260304100000\rPID|1||p9^^^H^MR\r"))
                .contains("MSA|AA|m2");
        awaitAccesses(there + 2);
        assertThat(producers().pid()).isEqualTo(process);
        assertThat(producers().isAlive()).isTrue();
        assertThat(deadLetters()).isNotEmpty();
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    @Order(5)
    void shouldIndexWhatACorrectedLetterBecomes() throws Exception {
        LetterDesk desk = new LetterDesk(site.settings());
        Set<String> before = indexed();

        senders.putIntoInbox(
                "broken.csv", Stream.of(Senders.row("u5", "p5", "broken").replace(TIME.toString(), "yesterday")));
        await().atMost(PATIENCE).until(() -> !desk.waiting("broken.csv").isEmpty());
        ReplayResult result = desk.replay("broken.csv", Optional.of(Senders.row("u5", "p5", "broken") + "\n"));
        site.drain(PATIENCE);

        assertThat(result.words()).isEqualTo("1 record");
        assertThat(indexed()).hasSize(before.size() + 1).containsAll(before);
        assertThat(desk.waiting("broken.csv")).isEmpty();
    }

    @Test
    @Order(6)
    void shouldIndexARecordThatIsPutBackToItsTopic() throws Exception {
        LetterDesk desk = new LetterDesk(site.settings());
        Set<String> expected = indexed();

        AccessEvent access = desk.giveUpInStreams(HEADER, Senders.row("u6", "p6", "given-up"));
        ReplayResult result = desk.replay(Topics.ACCESS.name(), Optional.empty());
        site.drain(PATIENCE);

        assertThat(result.words()).isEqualTo("1 record, back to ehr.access");
        assertThat(expected.add(access.getEventId())).isTrue();
        assertThat(indexed()).isEqualTo(expected);
        assertThat(desk.waiting(Topics.ACCESS.name())).isEmpty();
    }

    private ManagedProcess producers() {
        return site.system().services().get(0);
    }

    private void awaitAccesses(int count) {
        await().atMost(PATIENCE).until(() -> accessIds().size() >= count);
    }

    /** Of all records of the topic, copies too. */
    private List<String> accessIds() {
        List<String> ids = new ArrayList<>();
        new TopicReader(site.settings()).read(Topics.ACCESS, record -> ids.add(id(record.value())));
        return ids;
    }

    private static String id(AccessEvent access) {
        return access.getEventId();
    }

    private Set<String> indexed() throws IOException {
        Set<String> ids = new HashSet<>();
        try (AuditSearch search = AuditSearch.open(site.settings())) {
            search.ids(
                    Documents.ACCESSES,
                    id -> assertThat(ids.add(id)).as("one document an access").isTrue());
        }
        return ids;
    }

    private List<DeadLetter> deadLetters() {
        return List.copyOf(
                new TopicReader(site.settings()).newest(Topics.DEAD_LETTER).values());
    }
}
