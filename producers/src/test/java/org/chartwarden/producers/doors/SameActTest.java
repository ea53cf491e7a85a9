package org.chartwarden.producers.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema.Field;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.producers.AllFeeds;
import org.chartwarden.producers.MemoryOutput;
import org.chartwarden.producers.atna.AtnaSamples;
import org.chartwarden.producers.delimited.AccessRowSamples;
import org.chartwarden.producers.fhir.AuditEventSamples;
import org.chartwarden.producers.http.FhirHttpSource;
import org.chartwarden.producers.ingest.FileTransfer;
import org.chartwarden.producers.ingest.IngestReport;
import org.chartwarden.producers.ingest.TransferListener;
import org.chartwarden.producers.net.TestKeys;
import org.chartwarden.producers.net.TlsIdentity;
import org.chartwarden.producers.source.Source;
import org.chartwarden.producers.source.SourceContext;
import org.chartwarden.producers.syslog.SyslogSource;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.service.Counters;
import org.chartwarden.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same acts are the same accesses, field by field, whichever door they come through. */
class SameActTest {

    static {
        TrustedClasses.ensure();
    }

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T20:00:00Z"), ZoneOffset.UTC);
    private static final List<Act> ACTS = Act.hundred();

    private final MemoryOutput output = new MemoryOutput();

    @TempDir
    private Path folder;

    @Test
    void shouldMakeTheSameAccessesOfTheSameActsThroughEveryDoor() throws Exception {
        List<AccessEvent> r4 = overHttp(AuditEventSamples::r4, "4.0");
        List<AccessEvent> r5 = overHttp(AuditEventSamples::r5, "5.0");
        List<AccessEvent> atna = overSyslogTls();
        List<AccessEvent> delimited = inAFile();

        List<String> differences = IntStream.range(0, ACTS.size())
                .boxed()
                .flatMap(act -> differences(act, List.of(r4.get(act), r5.get(act), atna.get(act), delimited.get(act))))
                .toList();
        assertThat(differences).as("act and field: R4 | R5 | ATNA | delimited").isEmpty();
        assertThat(r4).extracting(AccessEvent::getEventId).doesNotHaveDuplicates();
        assertThat(output.deadLetters()).isEmpty();
    }

    private static Stream<String> differences(int act, List<AccessEvent> accesses) {
        return AccessEvent.getClassSchema().getFields().stream()
                .map(Field::name)
                .filter(name -> values(name, accesses).distinct().count() > 1)
                .map(name -> "act %d, %s: %s"
                        .formatted(act, name, values(name, accesses).collect(Collectors.joining(" | "))));
    }

    private static Stream<String> values(String field, List<AccessEvent> accesses) {
        return accesses.stream().map(access -> Objects.toString(access.get(field)));
    }

    private List<AccessEvent> overHttp(Function<Act, byte[]> sample, String release) throws Exception {
        FhirHttpSource door = (FhirHttpSource) only(FhirHttpSource.start(context(Map.of("http.port", "0"))));
        int before = output.produced().size();
        try (door) {
            HttpClient client = HttpClient.newHttpClient();
            URI target = URI.create("http://127.0.0.1:" + door.port() + "/AuditEvent");
            for (Act act : ACTS) {
                HttpRequest request = HttpRequest.newBuilder(target)
                        .header("Content-Type", "application/fhir+json; fhirVersion=" + release)
                        .POST(BodyPublishers.ofByteArray(sample.apply(act)))
                        .build();
                assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(201);
            }
        }
        return accesses(before);
    }

    private List<AccessEvent> overSyslogTls() throws IOException, InterruptedException {
        Map<String, String> keys =
                TestKeys.settings(TestKeys.pkcs12(folder, "listener"), TestKeys.pkcs12(folder, "sender"));
        Map<String, String> settings = new TreeMap<>(keys);
        settings.put("syslog.tls.port", "0");
        SyslogSource door = (SyslogSource) only(SyslogSource.start(context(settings)));
        int before = output.produced().size();
        Map<String, String> sender = TestKeys.settings(folder.resolve("sender.p12"), folder.resolve("listener.p12"));
        try (door;
                Socket socket = TlsIdentity.client(Settings.of(sender))
                        .getSocketFactory()
                        .createSocket("127.0.0.1", door.port())) {
            OutputStream stream = socket.getOutputStream();
            for (Act act : ACTS) {
                byte[] message = AtnaSamples.syslog(act);
                stream.write((message.length + " ").getBytes(StandardCharsets.US_ASCII));
                stream.write(message);
            }
            stream.flush();
            await().until(() -> output.produced().size() == before + ACTS.size());
        }
        return accesses(before);
    }

    private List<AccessEvent> inAFile() throws Exception {
        Path file = Files.write(folder.resolve("accesses.csv"), AccessRowSamples.file(ACTS));
        SourceContext context = context(Map.of());
        int before = output.produced().size();
        new FileTransfer(
                        context.delivery("command-line"),
                        context.feeds().get("access-log"),
                        IngestReport.NOTHING,
                        TransferListener.NONE)
                .take(file, "accesses.csv");
        return accesses(before);
    }

    private SourceContext context(Map<String, String> settings) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Settings all = Settings.of(settings);
        return new SourceContext(all, CLOCK, output, new Counters(meters), meters, AllFeeds.of(all, CLOCK));
    }

    private List<AccessEvent> accesses(int from) {
        List<AccessEvent> accesses = new ArrayList<>();
        output.produced().stream().skip(from).forEach(sent -> accesses.add((AccessEvent) sent.value()));
        assertThat(accesses).hasSameSizeAs(ACTS);
        return accesses;
    }

    private static Source only(List<Source> doors) {
        assertThat(doors).hasSize(1);
        return doors.get(0);
    }
}
