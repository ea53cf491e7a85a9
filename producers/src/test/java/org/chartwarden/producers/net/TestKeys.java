package org.chartwarden.producers.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keys with their own certificates, made when the test runs; each file serves as keystore and as truststore. */
public final class TestKeys {

    /** Of every file. */
    public static final String PASSWORD = "changeit";

    private TestKeys() {}

    /** A key of this name, for 127.0.0.1 and localhost; made once in a directory. */
    public static Path pkcs12(Path directory, String name) throws IOException, InterruptedException {
        return make(directory.resolve(name + ".p12"), "PKCS12", name);
    }

    public static Path jks(Path directory, String name) throws IOException, InterruptedException {
        return make(directory.resolve(name + ".jks"), "JKS", name);
    }

    /** The four settings. */
    public static Map<String, String> settings(Path keystore, Path truststore) {
        return new TreeMap<>(Map.of(
                "tls.keystore",
                keystore.toString(),
                "tls.keystore.password",
                PASSWORD,
                "tls.truststore",
                truststore.toString(),
                "tls.truststore.password",
                PASSWORD));
    }

    private static Path make(Path file, String type, String name) throws IOException, InterruptedException {
        if (Files.exists(file)) {
            return file;
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-alias", name, "-keyalg", "EC", "-dname", "CN=" + name));
        command.addAll(List.of("-ext", "san=dns:localhost,ip:127.0.0.1", "-storetype", type));
        command.addAll(List.of("-keystore", file.toString(), "-storepass", PASSWORD, "-keypass", PASSWORD));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return file;
    }
}
