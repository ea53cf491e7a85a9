package org.chartwarden.producers.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.chartwarden.producers.fhir.Samples;
import org.chartwarden.producers.net.TestKeys;
import org.chartwarden.producers.net.TlsIdentity;
import org.chartwarden.producers.source.Source;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirPollSourceTest {

    @TempDir
    private Path directory;

    @Test
    void shouldPollUntilItIsClosed() throws Exception {
        try (FakeFhirServer server = new FakeFhirServer()) {
            Polling memory = new Polling(server.url(), directory, Map.of("poll.interval", "PT0.01S"));
            List<Source> sources = FhirPollSource.start(memory.context);
            assertThat(sources)
                    .singleElement()
                    .satisfies(source -> assertThat(source.name()).isEqualTo("fhir-poll"));
            Awaitility.await().until(() -> server.asked.size() > 2);
            server.put("Patient", "p", Samples.NOW);
            Awaitility.await().until(() -> memory.keys().equals(List.of("p")));

            sources.get(0).close();

            int asked = server.asked.size();
            Awaitility.await().during(java.time.Duration.ofMillis(100)).until(() -> server.asked.size() == asked);
            assertThat(memory.keys()).containsExactly("p");
        }
    }

    @Test
    void shouldTrustTheServerThatIsNamed() throws Exception {
        Map<String, String> keys =
                TestKeys.settings(TestKeys.pkcs12(directory, "client"), TestKeys.pkcs12(directory, "server"));
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(TlsIdentity.client(Settings.of(
                TestKeys.settings(TestKeys.pkcs12(directory, "server"), TestKeys.pkcs12(directory, "client"))))));
        try (FakeFhirServer server = new FakeFhirServer(https)) {
            server.put("Patient", "p", Samples.NOW);
            Polling memory = new Polling("https://127.0.0.1:" + server.port() + "/fhir", directory, keys);

            Source source = FhirPollSource.start(memory.context).get(0);

            Awaitility.await().until(() -> memory.keys().equals(List.of("p")));
            source.close();
            memory.turn();
            assertThat(memory.poller.problem().orElseThrow())
                    .startsWith("Patient: the server could not be reached (javax.net.ssl.SSLHandshakeException");
        }
    }

    @Test
    void shouldNotPollWithoutUrl() {
        assertThat(PollSettings.of(Settings.of(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "poll.url|ftp://host|poll.url must be http:// or https://, a host and a path, without a query.",
                "poll.url|host/fhir|poll.url must be http:// or https://, a host and a path, without a query.",
                "poll.url|http://host/?a=b|poll.url must be http:// or https://, a host and a path, without a query.",
                "poll.url|http://[|poll.url must be a URL such as https://host/fhir.",
                "poll.interval|PT0S|poll.interval must be longer than nothing, such as PT1M.",
                "poll.since|-P1D|poll.since must be longer than nothing, such as P7D.",
            })
    void shouldRefuseSettings(String key, String value, String message) {
        Settings settings = Settings.of(Map.of("poll.url", "http://host/fhir")).with(Map.of(key, value));

        assertThatThrownBy(() -> PollSettings.of(settings))
                .isInstanceOf(SettingsException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Patient,Patient", "Observation", "Patient,"})
    void shouldRefuseTypes(String types) {
        Settings settings = Settings.of(Map.of("poll.url", "http://host/fhir", "poll.types", types));

        assertThatThrownBy(() -> PollSettings.of(settings))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("poll.types must be a list without repetition of AuditEvent, Patient,");
    }
}
