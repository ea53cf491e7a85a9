package org.chartwarden.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.check.Drain;
import org.chartwarden.standalone.command.CommandLineRun;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.Ports;
import org.chartwarden.standalone.process.ManagedProcess;
import org.chartwarden.standalone.system.LocalSystem;

/** A whole system of a test's own: real servers, our services, and a folder where the commands find it. */
final class RunningSite implements AutoCloseable {

    private final Path home;
    private final DataDirectory data;
    private TestStack stack;
    private LocalSystem system;

    private RunningSite(Path home) {
        this.home = home;
        this.data = DataDirectory.open(home.resolve("site"));
    }

    /**
     * Starts everything.
     *
     * @param home what is in it is used further
     * @param changes settings that are to differ from those of the local default
     */
    static RunningSite start(Path home, Map<String, String> changes) throws InterruptedException {
        RunningSite site = new RunningSite(home);
        try {
            Ports ports = new Ports(site.data, Map.of());
            site.stack = TestStack.start(site.data, ports);
            site.system = LocalSystem.start(site.data, site.stack, ports, changes, part -> {});
            return site;
        } catch (InterruptedException | RuntimeException e) {
            site.close();
            throw e;
        }
    }

    LocalSystem system() {
        return system;
    }

    Settings settings() {
        return system.settings();
    }

    /** See {@link TestStack#elasticsearch}. */
    Optional<ManagedProcess> elasticsearch() {
        return stack.elasticsearch();
    }

    DataDirectory data() {
        return data;
    }

    /** Types a command. */
    CommandLineRun run(String... arguments) {
        return CommandLineRun.of(home, arguments);
    }

    /** Waits until all that came in has come out. */
    void drain(Duration limit) throws InterruptedException {
        try (Drain drain = new Drain(settings())) {
            assertThat(drain.await(limit)).as("everything has come out").isTrue();
        }
    }

    String log(String service) throws IOException {
        return Files.readString(data.processFiles(service).log());
    }

    @Override
    public void close() {
        if (system != null) {
            system.close();
        }
        if (stack != null) {
            stack.close();
        }
        data.close();
    }
}
