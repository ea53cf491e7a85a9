package org.chartwarden.standalone.system;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.chartwarden.settings.Setting;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.Ports;
import org.chartwarden.standalone.process.ManagedProcess;
import org.chartwarden.standalone.stack.EmbeddedStack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything on this machine: the data directory, the servers, the services. Stops in order on SIGTERM and Ctrl-C. */
public final class EmbeddedSystem implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedSystem.class);
    private static final long WATCH_SECONDS = 1;

    private final DataDirectory data;
    private final Set<String> ill = new HashSet<>();
    private EmbeddedStack stack;
    private LocalSystem services;
    private boolean closed;

    private EmbeddedSystem(DataDirectory data) {
        this.data = data;
    }

    /**
     * Starts everything.
     *
     * @param data what is in it is used further; closed with the system
     * @param requestedPorts fixed ports by name; the others are free ones
     * @param changes settings that are to differ from the local default
     * @param onReady told the name of each part that can be used from now on
     * @throws StackException when it cannot be started; nothing is left running
     */
    public static EmbeddedSystem start(
            DataDirectory data,
            Map<String, Integer> requestedPorts,
            Map<String, String> changes,
            Consumer<String> onReady)
            throws InterruptedException {
        EmbeddedSystem system = new EmbeddedSystem(data);
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
        try {
            system.startParts(requestedPorts, changes, onReady);
            return system;
        } catch (InterruptedException | RuntimeException e) {
            system.close();
            throw e;
        }
    }

    private synchronized void startParts(
            Map<String, Integer> requestedPorts, Map<String, String> changes, Consumer<String> onReady)
            throws InterruptedException {
        if (closed) {
            return; // stopped before it began
        }
        Ports ports = new Ports(data, requestedPorts);
        stack = EmbeddedStack.start(data, ports, (server, took) -> onReady.accept(server));
        services = LocalSystem.start(data, stack, ports, changes, onReady);
    }

    /** The running services. */
    public LocalSystem services() {
        return services;
    }

    /** Where the mails are. */
    public Path mailFolder() {
        return data.folder("mail");
    }

    /** Where the site's own rules are put. */
    public Path ruleFolder() {
        return Path.of(services.settings().text(Setting.STREAMS_RULES_DIRECTORY));
    }

    /** Where the logs are. */
    public Path logFolder() {
        return data.folder("logs");
    }

    /**
     * Stays until something ends it. A service that stopped by itself is started again; a server that stopped ends it
     * all, since without it nothing can be promised.
     *
     * @param announce told in one line what happened
     * @throws StackException naming the server that stopped
     */
    public void watch(Consumer<String> announce) throws InterruptedException {
        while (true) {
            TimeUnit.SECONDS.sleep(WATCH_SECONDS);
            tellHealth(announce);
            Optional<String> problem = lookAfter(announce);
            if (problem.isPresent()) {
                close();
                throw new StackException(problem.get());
            }
        }
    }

    /** One line whenever a service that runs stops being well, or is well again. */
    private void tellHealth(Consumer<String> announce) throws InterruptedException {
        for (ManagedProcess service : services.services()) {
            if (service.isAlive() && !service.isReady()) {
                if (ill.add(service.name())) {
                    announce.accept(service.name() + " is not well; ./chartwarden status says why");
                }
            } else if (service.isAlive() && ill.remove(service.name())) {
                announce.accept(service.name() + " is well again");
            }
        }
    }

    private synchronized Optional<String> lookAfter(Consumer<String> announce) {
        if (closed) {
            return Optional.empty();
        }
        for (ManagedProcess service : services.services()) {
            service.problem().ifPresent(problem -> {
                LOG.warn("{}; it is started again", problem);
                announce.accept(problem + "; it is started again");
                service.start();
            });
        }
        return stack.problem();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (services != null) {
            services.close();
        }
        if (stack != null) {
            stack.close();
        }
        data.close();
    }
}
