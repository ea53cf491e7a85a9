package org.chartwarden.service;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A part of Chartwarden that runs until it is stopped: the producers' listener, the topology, the sink. */
public interface Service extends AutoCloseable {

    /** What is wrong right now, in one sentence without a record's contents; empty when all is well. */
    Optional<String> problem();

    /** Stops in order: what was begun is finished or left for the next start; nothing is lost. */
    @Override
    void close();

    /** The problems of several parts as one; empty when none has any. */
    static Optional<String> joined(Stream<Optional<String>> problems) {
        String all = problems.flatMap(Optional::stream).collect(Collectors.joining("; "));
        return Optional.of(all).filter(text -> !text.isEmpty());
    }

    /** Starts a service. */
    interface Starter {

        /**
         * @param settings as {@link Settings#load} read them
         * @param meters where the service registers its metrics
         * @return the running service
         */
        Service start(Settings settings, PrometheusMeterRegistry meters, Counters counters) throws Exception;
    }

    /** Exit status when the settings are wrong. */
    int EXIT_SETTINGS = 2;

    /** Exit status when the service could not be started. */
    int EXIT_START = 1;

    /**
     * The {@code main} of every service: reads the settings file that CHARTWARDEN_CONFIG names and the environment,
     * starts, answers /health and /metrics, and closes on SIGTERM.
     */
    static void main(String name, Starter starter) {
        Logger log = LoggerFactory.getLogger(Service.class);
        try {
            String file = System.getenv("CHARTWARDEN_CONFIG");
            Settings settings = Settings.load(file == null ? null : Path.of(file), System.getenv());
            PrometheusMeterRegistry meters = ServiceEndpoint.newMeters();
            Service service = starter.start(settings, meters, new Counters(meters));
            ServiceEndpoint endpoint = ServiceEndpoint.start(settings, meters, service::problem);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                service.close();
                                endpoint.close();
                                log.info("{} stopped", name);
                            },
                            name + "-stop"));
            log.info("{} started", name);
        } catch (SettingsException e) {
            exit(name, e, EXIT_SETTINGS);
        } catch (Exception e) {
            log.error("{} could not be started", name, e);
            exit(name, e, EXIT_START);
        }
    }

    private static void exit(String name, Exception problem, int status) {
        System.err.println(name + ": " + problem.getMessage());
        System.exit(status);
    }
}
