package org.chartwarden.standalone.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.bench.BenchHospital.Reading;
import org.chartwarden.standalone.bench.TlsMaterial;

/** Sends to the doors of a running system as their senders do. */
final class Senders {

    private static final Instant TIME = Instant.parse("2026-03-04T10:00:00Z");
    private static final String HEADER = "time,userId,patientId,action,sourceSystem,requestId";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Settings settings;
    private final URI http;
    private final TlsMaterial tls;

    Senders(Settings settings, URI http, TlsMaterial tls) {
        this.settings = settings;
        this.http = http;
        this.tls = tls;
    }

    /** Ten million entities, if anybody resolved them. */
    static String bomb() {
        String entities = IntStream.range(1, 8)
                .mapToObj(level -> "<!ENTITY e" + level + " \"" + ("&e" + (level - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining());
        return "<85>1 2026-03-04T10:00:00Z h a - IHE+RFC-3881 - <!DOCTYPE a [<!ENTITY e0 \"x\">" + entities
                + "]><AuditMessage>&e7;</AuditMessage>";
    }

    /** Two gibibytes without an end, or as much of it as the door takes. */
    long endless(Setting port, String begin) throws IOException {
        byte[] chunk = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        long sent = 0;
        try (Socket socket = new Socket("127.0.0.1", settings.integer(port))) {
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

    static String fhir(String user, String patient, String request) {
        return """
                {"resourceType":"AuditEvent","type":{"system":"http://terminology.hl7.org/CodeSystem/audit-event-type",\
                "code":"rest"},"subtype":[{"system":"http://hl7.org/fhir/restful-interaction","code":"read"}],\
                "action":"R","recorded":"%s","outcome":"0","agent":[{"who":{"reference":"Practitioner/%s"},\
                "requestor":true}],"source":{"observer":{"reference":"Device/ehr"}},\
                "entity":[{"what":{"reference":"Patient/%s"},"role":{"code":"1"}},\
                {"what":{"identifier":{"value":"%s"}},"type":{"code":"XrequestId"}}]}""".formatted(TIME, user, patient, request);
    }

    static String atna(String user, String patient, String request) {
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

    static String row(Reading reading) {
        return "%s,%s,%s,R,ehr,%s"
                .formatted(reading.time(), reading.userId(), reading.patientId(), reading.requestId());
    }

    static String row(String user, String patient, String request) {
        return "%s,%s,%s,R,ehr,%s".formatted(TIME, user, patient, request);
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(http.resolve(path))
                        .header("Content-Type", "application/fhir+json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    void syslogTls(String message) throws Exception {
        try (Socket socket =
                tls.context().getSocketFactory().createSocket("127.0.0.1", settings.integer(Setting.SYSLOG_TLS_PORT))) {
            write(socket, message.getBytes(StandardCharsets.UTF_8).length + " " + message);
        }
    }

    void syslogTcp(String message) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", settings.integer(Setting.SYSLOG_TCP_PORT))) {
            write(socket, message + "\n");
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    String mllp(String message) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", settings.integer(Setting.MLLP_PORT))) {
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

    void putIntoInbox(String name, Stream<String> rows) throws IOException {
        String content = rows.collect(Collectors.joining("\n", HEADER + "\n", "\n"));
        putIntoInbox(name, content.getBytes(StandardCharsets.UTF_8));
    }

    void putIntoInbox(String name, byte[] content) throws IOException {
        Path inbox = Path.of(settings.text(Setting.INBOX_DIRECTORY)).resolve("access-log");
        Path hidden = Files.write(inbox.resolve("." + name), content);
        Files.move(hidden, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
