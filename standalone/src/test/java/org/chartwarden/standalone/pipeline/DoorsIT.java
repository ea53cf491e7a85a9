package org.chartwarden.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.chartwarden.standalone.bench.BenchHospital;
import org.chartwarden.standalone.bench.BenchHospital.Reading;
import org.chartwarden.standalone.bench.TlsMaterial;
import org.chartwarden.standalone.check.Conservation;
import org.chartwarden.standalone.check.Drain;
import org.chartwarden.standalone.check.TopicReader;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.Ports;
import org.chartwarden.standalone.process.ManagedProcess;
import org.chartwarden.standalone.system.LocalSystem;
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

    private final HttpClient http = HttpClient.newHttpClient();

    private Path folder;
    private DataDirectory data;
    private TestStack stack;
    private LocalSystem system;
    private TlsMaterial tls;

    @BeforeAll
    void startEverything(@TempDir Path directory) throws Exception {
        folder = directory;
        data = DataDirectory.open(folder);
        Ports ports = new Ports(data, Map.of());
        stack = TestStack.start(data, ports);
        tls = TlsMaterial.make(folder, "not-a-secret");
        Map<String, String> changes = new HashMap<>(tls.settings());
        changes.put(Setting.INBOX_INTERVAL.key(), "PT0.2S");
        system = LocalSystem.start(data, stack, ports, changes, part -> {});
    }

    @AfterAll
    void stopEverything() {
        if (system != null) {
            system.close();
        }
        if (stack != null) {
            stack.close();
        }
        if (data != null) {
            data.close();
        }
    }

    @AfterEach
    void everyEventIsInOnePlace() throws Exception {
        drain();
        assertThat(Conservation.check(system.settings()).violations()).isEmpty();
    }

    @Test
    @Order(1)
    void shouldIndexOneActOnceThroughWhicheverDoorsItComes() throws Exception {
        assertThat(post("AuditEvent", fhir("u1", "p1", "same-act")).statusCode())
                .isEqualTo(201);
        syslogTls(atna("u1", "p1", "same-act"));
        syslogTcp(atna("u1", "p1", "same-act"));
        putIntoInbox("same.csv", Stream.of(row("u1", "p1", "same-act")));
        syslogTls(atna("u2", "p2", "tls"));
        syslogTcp(atna("u3", "p3", "tcp"));
        putIntoInbox("other.csv", Stream.of(row("u4", "p4", "file")));

        awaitAccesses(7);
        drain();

        Map<String, Long> events = accessIds().stream().collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        assertThat(events).hasSize(4);
        assertThat(indexed()).isEqualTo(events.keySet());
    }

    @Test
    @Order(2)
    void shouldTakePatientsAndCareFromHl7() throws Exception {
        String answer = mllp("MSH|^~\\&|ADT|H|CW|H|20260304100000||ADT^A01^ADT_A01|m1|P|2.5.1\r"
                + "EVN|A01|20260304100000\rPID|1||p9^^^H^MR||Example^Ann\rPV1|1|I|ward-3||||||||||||||||v9\r");

        assertThat(answer).contains("MSA|AA|m1");
        Map<String, CareEvent> care = new HashMap<>();
        new TopicReader(system.settings())
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
        try (Ingest ingest = Ingest.open(system.settings(), new Counters(ServiceEndpoint.newMeters()))) {
            String lines = hospital.contextLines().collect(Collectors.joining("\n"));
            ingest.context(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), "hospital");
        }

        putIntoInbox("large.csv", IntStream.range(0, ROWS).mapToObj(number -> row(hospital.reading(number))));
        await().atMost(PATIENCE).until(() -> accessIds().size() > there + ROWS / 5);
        producers.kill();
        int taken = accessIds().size() - there;
        producers.start();
        producers.awaitReady(PATIENCE);
        await().atMost(PATIENCE)
                .until(() ->
                        Files.list(folder.resolve("inbox/access-log")).findAny().isEmpty());
        drain();

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
            Socket socket = new Socket("127.0.0.1", system.settings().integer(port));
            socket.getOutputStream()
                    .write(
                            port == Setting.HTTP_PORT
                                    ? "POST / HT".getBytes(StandardCharsets.US_ASCII)
                                    : "\u000b9".getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
        }

        syslogTcp(bomb());
        long swallowed = endless(Setting.SYSLOG_TCP_PORT, "<85>1 - - - - - - ");
        long swallowedByMllp = endless(Setting.MLLP_PORT, "\u000bMSH|^~\\&|");
        putIntoInbox("latin.csv", "caf\u00e9,R\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(post("AuditEvent", "{\"resourceType\":\"AuditEvent\",\"entity\":" + "[".repeat(1_000_000))
                        .statusCode())
                .isEqualTo(400);

        assertThat(swallowed).as("the door hangs up").isLessThan(2L << 30);
        assertThat(swallowedByMllp).as("the door hangs up").isLessThan(2L << 30);
        int there = accessIds().size();
        assertThat(post("AuditEvent", fhir("u1", "p1", "after-all-that")).statusCode())
                .isEqualTo(201);
        syslogTcp(atna("u1", "p1", "after-all-that-2"));
        assertThat(
                        mllp(
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

    private ManagedProcess producers() {
        return system.services().get(0);
    }

    /** Ten million entities, if anybody resolved them. */
    private static String bomb() {
        String entities = IntStream.range(1, 8)
                .mapToObj(level -> "<!ENTITY e" + level + " \"" + ("&e" + (level - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining());
        return "<85>1 2026-03-04T10:00:00Z h a - IHE+RFC-3881 - <!DOCTYPE a [<!ENTITY e0 \"x\">" + entities
                + "]><AuditMessage>&e7;</AuditMessage>";
    }

    /** Two gibibytes without an end, or as much of it as the door takes. */
    private long endless(Setting port, String begin) throws IOException {
        byte[] chunk = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        long sent = 0;
        try (Socket socket = new Socket("127.0.0.1", system.settings().integer(port))) {
            OutputStream out = socket.getOutputStream();
            out.write(begin.getBytes(StandardCharsets.US_ASCII));
            while (sent < 2L << 30) {
                out.write(chunk);
                sent += chunk.length;
            }
        } catch (IOException hungUp) {
            return sent;
        }
        return sent;
    }

    private static String fhir(String user, String patient, String request) {
        return """
                {"resourceType":"AuditEvent","type":{"system":"http://terminology.hl7.org/CodeSystem/audit-event-type",\
                "code":"rest"},"subtype":[{"system":"http://hl7.org/fhir/restful-interaction","code":"read"}],\
                "action":"R","recorded":"%s","outcome":"0","agent":[{"who":{"reference":"Practitioner/%s"},\
                "requestor":true}],"source":{"observer":{"reference":"Device/ehr"}},\
                "entity":[{"what":{"reference":"Patient/%s"},"role":{"code":"1"}},\
                {"what":{"identifier":{"value":"%s"}},"type":{"code":"XrequestId"}}]}""".formatted(TIME, user, patient, request);
    }

    private static String atna(String user, String patient, String request) {
        return """
                <85>1 %s host ehr - IHE+RFC-3881 - <AuditMessage>\
                <EventIdentification EventActionCode="R" EventDateTime="%s" EventOutcomeIndicator="0">\
                <EventID csd-code="110110" codeSystemName="DCM" originalText="Patient Record"/></EventIdentification>\
                <ActiveParticipant UserID="%s" UserIsRequestor="true"/><AuditSourceIdentification AuditSourceID="ehr"/>\
                <ParticipantObjectIdentification ParticipantObjectID="%s" ParticipantObjectTypeCode="1" \
                ParticipantObjectTypeCodeRole="1"><ParticipantObjectIDTypeCode csd-code="2" codeSystemName="RFC-3881" \
                originalText="Patient Number"/></ParticipantObjectIdentification>\
                <ParticipantObjectIdentification ParticipantObjectID="%s" ParticipantObjectTypeCode="4" \
                ParticipantObjectTypeCodeRole="21"><ParticipantObjectIDTypeCode csd-code="XrequestId" \
                codeSystemName="BALP" originalText="X-Request-Id"/></ParticipantObjectIdentification></AuditMessage>""".formatted(TIME, TIME, user, patient, request);
    }

    private static String row(Reading reading) {
        return "%s,%s,%s,R,ehr,%s"
                .formatted(reading.time(), reading.userId(), reading.patientId(), reading.requestId());
    }

    private static String row(String user, String patient, String request) {
        return "%s,%s,%s,R,ehr,%s".formatted(TIME, user, patient, request);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(system.httpUrl().resolve(path))
                        .header("Content-Type", "application/fhir+json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private void syslogTls(String message) throws Exception {
        try (Socket socket = tls.context()
                .getSocketFactory()
                .createSocket("127.0.0.1", system.settings().integer(Setting.SYSLOG_TLS_PORT))) {
            write(socket, message.getBytes(StandardCharsets.UTF_8).length + " " + message);
        }
    }

    private void syslogTcp(String message) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", system.settings().integer(Setting.SYSLOG_TCP_PORT))) {
            write(socket, message + "\n");
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private String mllp(String message) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", system.settings().integer(Setting.MLLP_PORT))) {
            write(socket, "\u000b" + message + "\u001c\r");
            StringBuilder answer = new StringBuilder();
            for (int next = socket.getInputStream().read();
                    next != 0x1c && next >= 0;
                    next = socket.getInputStream().read()) {
                answer.append((char) next);
            }
            return answer.toString();
        }
    }

    private void putIntoInbox(String name, Stream<String> rows) throws IOException {
        String content =
                rows.collect(Collectors.joining("\n", "time,userId,patientId,action,sourceSystem,requestId\n", "\n"));
        putIntoInbox(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private void putIntoInbox(String name, byte[] content) throws IOException {
        Path inbox = folder.resolve("inbox/access-log");
        Path hidden = Files.write(inbox.resolve("." + name), content);
        Files.move(hidden, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void awaitAccesses(int count) {
        await().atMost(PATIENCE).until(() -> accessIds().size() >= count);
    }

    /** Of all records of the topic, copies too. */
    private List<String> accessIds() {
        List<String> ids = new ArrayList<>();
        new TopicReader(system.settings()).read(Topics.ACCESS, record -> ids.add(id(record.value())));
        return ids;
    }

    private static String id(AccessEvent access) {
        return access.getEventId();
    }

    private Set<String> indexed() throws IOException {
        Set<String> ids = new HashSet<>();
        try (AuditSearch search = AuditSearch.open(system.settings())) {
            search.accessIds(
                    id -> assertThat(ids.add(id)).as("one document an access").isTrue());
        }
        return ids;
    }

    private List<DeadLetter> deadLetters() {
        return List.copyOf(
                new TopicReader(system.settings()).newest(Topics.DEAD_LETTER).values());
    }

    private void drain() throws InterruptedException {
        try (Drain drain = new Drain(system.settings())) {
            assertThat(drain.await(PATIENCE)).as("everything has come out").isTrue();
        }
    }
}
