package org.chartwarden.producers.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.chartwarden.producers.net.TlsIdentity;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;

/** Key stores with a certificate each, which is its own authority. */
final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path directory;

    Certificates(Path directory) {
        this.directory = directory;
    }

    Path make(String name) throws IOException, InterruptedException {
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

    /** Who has the one, and trusts the other. */
    static Map<String, String> settings(Path own, Path trusted) {
        return Map.of(
                Setting.TLS_KEYSTORE.key(),
                own.toString(),
                Setting.TLS_KEYSTORE_PASSWORD.key(),
                PASSWORD,
                Setting.TLS_TRUSTSTORE.key(),
                trusted.toString(),
                Setting.TLS_TRUSTSTORE_PASSWORD.key(),
                PASSWORD);
    }

    static SSLContext client(Path own, Path trusted) {
        return TlsIdentity.client(Settings.of(settings(own, trusted)));
    }
}
