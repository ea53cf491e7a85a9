package org.chartwarden.standalone.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.chartwarden.settings.Setting;
import org.chartwarden.standalone.StackException;

/** One self-signed certificate for both ends of the TLS door, made for one run by the JDK's keytool. */
public record TlsMaterial(Path keystore, String password) {

    public static TlsMaterial make(Path folder, String password) throws IOException, InterruptedException {
        Path keystore = folder.resolve("bench.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Files.deleteIfExists(keystore);
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "bench",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keystore.toString(),
                        "-storepass",
                        password)
                .redirectErrorStream(true)
                .start();
        process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        if (process.waitFor() != 0) {
            throw new StackException("keytool could not make a certificate in " + folder);
        }
        return new TlsMaterial(keystore, password);
    }

    /** What the producers are told. */
    public Map<String, String> settings() {
        return Map.of(
                Setting.TLS_KEYSTORE.key(),
                keystore.toString(),
                Setting.TLS_KEYSTORE_PASSWORD.key(),
                password,
                Setting.TLS_TRUSTSTORE.key(),
                keystore.toString(),
                Setting.TLS_TRUSTSTORE_PASSWORD.key(),
                password);
    }

    /** For the senders. */
    public SSLContext context() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(keystore)) {
            store.load(content, password.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
