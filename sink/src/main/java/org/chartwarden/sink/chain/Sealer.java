package org.chartwarden.sink.chain;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.chartwarden.service.Counters;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.SinkClients;
import org.chartwarden.sink.kafka.UnavailableException;
import org.chartwarden.topic.Topic;
import org.chartwarden.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals every document that vouches for something in the hash chain, each exactly once. Its state follows from the topic
 * of the chain. A chain has one order, so of all members of the group one seals and the others stand by.
 */
public final class Sealer implements AutoCloseable {

    /** The consumer group. */
    public static final String GROUP = "chartwarden-sink-chain";

    /** What is sealed. */
    public static final List<Topic<?>> SEALED =
            List.of(Topics.EXPLAINED, Topics.ALERTS, Topics.DISPOSITIONS, Topics.INSTRUCTIONS, Topics.RULES);

    /** Their names. */
    public static final List<String> TOPICS = SEALED.stream().map(Topic::name).toList();

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private final SealerParts parts;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final AtomicReference<String> problem = new AtomicReference<>();
    private final Patience life = new Patience(problem);
    private final Thread thread = new Thread(this::run, "sealer");
    private volatile boolean stopping;

    /** @throws org.chartwarden.settings.SettingsException naming what is wrong */
    public Sealer(Settings settings, SinkClients clients, Counters counters, Clock clock) {
        this.parts = SealerParts.of(settings, clients, counters, clock);
        this.consumers = clients.soleConsumers(GROUP);
    }

    public void start() {
        thread.start();
    }

    /** What is waited for, or what failed last; empty when all is well. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem.get())
                .or(() -> parts.outlet().problem())
                .map(text -> "sealer: " + text);
    }

    private void run() {
        for (int failures = 1; !stopping; failures++) {
            try (Consumer<String, byte[]> consumer = consumers.get();
                    SealingSession session = new SealingSession(parts, consumer, life)) {
                while (!stopping) {
                    session.step();
                    failures = 0;
                    life.relieved();
                }
            } catch (CancellationException e) {
                LOG.debug("Stopped while it waited", e);
            } catch (InterruptedException e) {
                stopping = true;
                Thread.currentThread().interrupt();
            } catch (UnavailableException e) {
                pause(failures, e.getMessage());
            } catch (RuntimeException | Error e) { // an Error must not end the thread while /health says ok
                LOG.error("Sealing failed; it starts anew from the last link", e);
                pause(failures, "it failed with " + e.getClass().getSimpleName() + " and starts anew.");
            }
        }
    }

    private void pause(int failures, String reason) {
        try {
            life.pause(failures, reason);
        } catch (CancellationException e) {
            LOG.debug("Stopped while it failed", e);
        } catch (InterruptedException e) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }

    /** Finishes a link that was begun. What was gathered is gathered again by whoever seals next. */
    @Override
    public void close() {
        stopping = true;
        life.cancel();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
