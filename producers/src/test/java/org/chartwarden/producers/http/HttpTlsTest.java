package org.chartwarden.producers.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.chartwarden.producers.fhir.Samples;
import org.chartwarden.producers.net.TestKeys;
import org.chartwarden.producers.net.TlsIdentity;
import org.chartwarden.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpTlsTest {

    @TempDir
    private static Path directory;

    @Test
    void shouldTakeOverTls() throws Exception {
        try (HttpDoor door = door("server")) {
            assertThat(post(door, client("client"))).isEqualTo(201);
            assertThat(door.output.produced()).hasSize(1);
        }
    }

    @Test
    void shouldTakeFromKnownCertificate() throws Exception {
        try (HttpDoor door = door("mutual")) {
            assertThat(post(door, client("client"))).isEqualTo(201);
            assertThat(door.output.produced()).hasSize(1);
        }
    }

    @Test
    void shouldTakeNothingFromStranger() throws Exception {
        try (HttpDoor door = door("mutual")) {
            SSLContext stranger = client("stranger");

            assertThatThrownBy(() -> post(door, stranger)).isInstanceOf(IOException.class);

            assertThat(door.output.positions()).isEmpty();
            assertThat(post(door, client("client"))).isEqualTo(201);
        }
    }

    @Test
    void shouldTakeNothingWithoutCertificate() throws Exception {
        try (HttpDoor door = door("mutual")) {
            Settings trustOnly = Settings.of(Map.of(
                    "tls.truststore",
                    TestKeys.pkcs12(directory, "server").toString(),
                    "tls.truststore.password",
                    TestKeys.PASSWORD));

            assertThatThrownBy(() -> post(door, TlsIdentity.client(trustOnly))).isInstanceOf(IOException.class);

            assertThat(door.output.positions()).isEmpty();
        }
    }

    @Test
    void shouldSpeakNothingBeforeTls12() throws Exception {
        try (HttpDoor door = door("server");
                SSLSocket socket =
                        (SSLSocket) client("client").getSocketFactory().createSocket("127.0.0.1", door.source.port())) {
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
        }
        try (HttpDoor door = door("server")) {
            HttpClient old = HttpClient.newBuilder()
                    .sslContext(client("client"))
                    .sslParameters(new SSLParameters(null, new String[] {"TLSv1.1"}))
                    .build();

            assertThatThrownBy(() -> old.send(request(door), BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void shouldNotWaitForHandshake() throws Exception {
        try (HttpDoor door = door("server");
                java.net.Socket silent = new java.net.Socket("127.0.0.1", door.source.port())) {
            silent.setSoTimeout(10_000);

            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static HttpDoor door(String mode) throws Exception {
        Map<String, String> settings =
                TestKeys.settings(TestKeys.pkcs12(directory, "server"), TestKeys.pkcs12(directory, "client"));
        settings.put("http.tls", mode);
        return HttpDoor.open(settings);
    }

    private static SSLContext client(String name) throws Exception {
        return TlsIdentity.client(
                Settings.of(TestKeys.settings(TestKeys.pkcs12(directory, name), TestKeys.pkcs12(directory, "server"))));
    }

    private static int post(HttpDoor door, SSLContext identity) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .sslContext(identity)
                .build()
                .send(request(door), BodyHandlers.ofString())
                .statusCode();
    }

    private static HttpRequest request(HttpDoor door) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + door.source.port() + "/AuditEvent"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", HttpDoor.FHIR_JSON)
                .POST(BodyPublishers.ofString(Samples.small("a")))
                .build();
    }
}
