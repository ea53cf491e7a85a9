package org.chartwarden.producers.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsIdentityTest {

    @TempDir
    private static Path directory;

    @Test
    void shouldBeNobodyWithoutTls() {
        assertThat(TlsIdentity.of(Settings.of(Map.of()), Setting.HTTP_TLS)).isEmpty();
    }

    @Test
    void shouldReadBothFormats() throws Exception {
        Path keystore = TestKeys.jks(directory, "server");
        Path truststore = TestKeys.pkcs12(directory, "client");

        TlsIdentity identity = of("mutual", TestKeys.settings(keystore, truststore));

        assertThat(identity.mutual()).isTrue();
        assertThat(identity.context().getSupportedSSLParameters().getProtocols())
                .containsAll(TlsIdentity.PROTOCOLS);
    }

    @Test
    void shouldNameTheModes() {
        assertRefused("yes", Map.of(), "http.tls is \"yes\", but must be none, server or mutual.");
    }

    @Test
    void shouldNeedKeystore() {
        assertRefused(
                "server", Map.of(), "tls.keystore is not set, but http.tls=server needs it: a PKCS#12 or JKS file.");
    }

    @Test
    void shouldNotTrustThePublicAuthoritiesWithClients() throws Exception {
        Map<String, String> settings = keystore();

        assertThat(of("server", settings).mutual()).isFalse();
        assertRefused(
                "mutual", settings, "tls.truststore is not set, but http.tls=mutual needs it: a PKCS#12 or JKS file.");
    }

    @Test
    void shouldNameMissingFile() {
        assertRefused("server", Map.of("tls.keystore", "/no/such"), "tls.keystore: the file /no/such does not exist.");
    }

    @Test
    void shouldNameThePasswordAndNotQuoteIt() throws Exception {
        Map<String, String> settings = keystore();
        settings.put("tls.keystore.password", "wrong-one");

        assertRefused(
                "server",
                settings,
                "tls.keystore: the file " + settings.get("tls.keystore") + " could not be read. It must be a PKCS#12 or"
                        + " JKS file, and tls.keystore.password its password.");
    }

    @Test
    void shouldRefuseWhatIsNoStore() throws Exception {
        Path file = Files.writeString(directory.resolve("text"), "no store");

        assertRefused(
                "server",
                Map.of("tls.keystore", file.toString()),
                "tls.keystore: the file " + file + " could not be read. It must be a PKCS#12 or JKS file, and"
                        + " tls.keystore.password its password.");
    }

    private static Map<String, String> keystore() throws Exception {
        return new TreeMap<>(Map.of(
                "tls.keystore",
                TestKeys.pkcs12(directory, "server").toString(),
                "tls.keystore.password",
                TestKeys.PASSWORD));
    }

    private static TlsIdentity of(String mode, Map<String, String> settings) {
        return TlsIdentity.of(Settings.of(settings).with(Map.of("http.tls", mode)), Setting.HTTP_TLS)
                .orElseThrow();
    }

    private static void assertRefused(String mode, Map<String, String> settings, String message) {
        assertThatThrownBy(() -> of(mode, settings))
                .isInstanceOf(SettingsException.class)
                .hasMessage(message);
    }
}
