package org.chartwarden.standalone.registry;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.Ports;
import org.chartwarden.standalone.process.ChildMain;
import org.chartwarden.standalone.process.JavaProgram;
import org.chartwarden.standalone.process.ManagedProcess;
import org.chartwarden.standalone.process.Probe;

/**
 * The embedded schema registry: Apicurio with its database in a file, on loopback.
 *
 * @param process the registry, not started
 * @param url the base address of its Confluent API
 */
public record RegistryServer(ManagedProcess process, URI url) {

    /** System property: the folder into which the build unpacked Apicurio. */
    public static final String HOME_PROPERTY = "chartwarden.registry.home";

    private static final String NAME = "registry";

    /** Prepares the registry over the directory's {@code registry} folder. */
    public static RegistryServer in(DataDirectory directory, Ports ports) {
        int port = ports.take(NAME);
        Path database = directory.folder(NAME).resolve("registry");
        JavaProgram program = new JavaProgram(
                NAME, "io.quarkus.runner.GeneratedMain", List.of(), jvmOptions(port, database), classPath(), Map.of());
        URI url = URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7");
        Probe probe = Probe.http(URI.create(url + "/subjects"));
        return new RegistryServer(new ManagedProcess(program, directory.processFiles(NAME), probe), url);
    }

    private static List<String> jvmOptions(int port, Path database) {
        return List.of(
                "-Xmx192m",
                // It serves a handful of requests: a quick start and a small footprint are worth more than speed.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.log.console.enable=false",
                "-Dquarkus.log.file.enable=true",
                "-Dquarkus.log.file.json=false",
                "-Dquarkus.http.access-log.enabled=false",
                "-Dquarkus.log.file.path=${chartwarden.log.file}",
                "-Dquarkus.log.file.rotation.max-file-size=10M",
                "-Dquarkus.log.file.rotation.max-backup-index=5",
                // No delayed write: a schema id that was given out must survive a crash.
                "-Dapicurio.datasource.url=jdbc:h2:file:" + database + ";WRITE_DELAY=0");
    }

    /** Only {@link ChildMain}'s own folder or jar beside Apicurio: its libraries and ours would clash. */
    private static String classPath() {
        try {
            Path own = Path.of(ChildMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return own + File.pathSeparator + runner();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path runner() {
        String home = System.getProperty(HOME_PROPERTY);
        if (home == null) {
            throw new StackException("The system property " + HOME_PROPERTY
                    + " is missing; it names the folder into which the build unpacked the registry.");
        }
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(Path.of(home), "apicurio-registry-app-*-runner.jar")) {
            for (Path runner : found) {
                return runner.toAbsolutePath();
            }
            throw new StackException("The folder " + home + " holds no registry; build with mvn package.");
        } catch (IOException e) {
            throw new StackException("The registry's folder cannot be read (" + e + "); build with mvn package.", e);
        }
    }
}
