package org.chartwarden.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path directory;

    private static Path serverKeys;
    private static Path clientKeys;
    private static ScriptedRegistry server;

    @BeforeAll
    static void start() throws Exception {
        serverKeys = keys("localhost");
        clientKeys = keys("client");
        RegistrySettings serverSide = RegistrySettings.of(Map.of(
                "schema.registry.url",
                "https://localhost",
                "schema.registry.ssl.keystore.location",
                serverKeys.toString(),
                "schema.registry.ssl.keystore.type",
                "PKCS12",
                "schema.registry.ssl.keystore.password",
                PASSWORD,
                "schema.registry.ssl.key.password",
                PASSWORD,
                "schema.registry.ssl.truststore.location",
                clientKeys.toString(),
                "schema.registry.ssl.truststore.type",
                "PKCS12",
                "schema.registry.ssl.truststore.password",
                PASSWORD));
        server = ScriptedRegistry.withMutualTls(serverSide.tls().orElseThrow());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void shouldTrustTheRegistryAndShowItsOwnCertificate() {
        server.answering(200, "[\"a-value\"]");
        SchemaRegistry registry = SchemaRegistry.connect(Map.of(
                "schema.registry.url",
                server.url(),
                "schema.registry.ssl.truststore.location",
                serverKeys.toString(),
                "schema.registry.ssl.truststore.type",
                "PKCS12",
                "schema.registry.ssl.truststore.password",
                PASSWORD,
                "schema.registry.ssl.keystore.location",
                clientKeys.toString(),
                "schema.registry.ssl.keystore.type",
                "PKCS12",
                "schema.registry.ssl.keystore.password",
                PASSWORD,
                "schema.registry.ssl.key.password",
                PASSWORD));

        assertThat(registry.subjects()).containsExactly("a-value");
    }

    @Test
    void shouldNotTrustAStranger() {
        SchemaRegistry registry = SchemaRegistry.connect(Map.of("schema.registry.url", server.url()));

        assertThatThrownBy(registry::subjects)
                .isInstanceOfSatisfying(
                        SchemaRegistryException.class,
                        error -> assertThat(error.retriable()).isFalse())
                .hasMessageStartingWith("The TLS handshake with the schema registry " + server.url() + " failed")
                .hasMessageEndingWith("check schema.registry.ssl.*");
    }

    @Test
    void shouldBeRefusedWithoutACertificate() {
        SchemaRegistry registry = SchemaRegistry.connect(Map.of(
                "schema.registry.url",
                server.url(),
                "max.retries",
                "0",
                "schema.registry.ssl.truststore.location",
                serverKeys.toString(),
                "schema.registry.ssl.truststore.type",
                "PKCS12",
                "schema.registry.ssl.truststore.password",
                PASSWORD));

        assertThatThrownBy(registry::subjects).isInstanceOf(SchemaRegistryException.class);
    }

    @Test
    void shouldNameTheKeysWhenAStoreIsMissing() {
        Map<String, String> configuration = Map.of(
                "schema.registry.url", server.url(), "schema.registry.ssl.truststore.location", "/no/such/store.p12");

        assertThatThrownBy(() -> SchemaRegistry.connect(configuration))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("schema.registry.ssl.*: ")
                .hasMessageContaining("/no/such/store.p12");
    }

    /** A key with its own certificate, which serves as trust store as well. */
    private static Path keys(String name) throws IOException, InterruptedException {
        Path file = directory.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        return file;
    }
}
