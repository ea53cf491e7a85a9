package org.chartwarden.producers;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartwarden.producers.kafka.KafkaHealth;
import org.chartwarden.producers.kafka.KafkaOutput;
import org.chartwarden.producers.source.Source;
import org.chartwarden.producers.source.SourceContext;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Service;
import org.chartwarden.settings.Settings;

/** The producers that run until they are stopped: every door that the settings ask for. */
public final class ProducersService implements Service {

    private final List<Source> sources;
    private final KafkaOutput output;
    private final KafkaHealth health;

    private ProducersService(List<Source> sources, KafkaOutput output, KafkaHealth health) {
        this.sources = sources;
        this.output = output;
        this.health = health;
    }

    public static void main(String[] arguments) {
        Service.main("producers", ProducersService::start);
    }

    /** Opens the doors. */
    public static ProducersService start(Settings settings, PrometheusMeterRegistry meters, Counters counters) {
        Clock clock = Clock.systemUTC();
        KafkaOutput output = KafkaOutput.open(settings);
        List<Source> sources = AllSources.start(
                new SourceContext(settings, clock, output, counters, meters, AllFeeds.of(settings, clock)));
        return new ProducersService(sources, output, KafkaHealth.open(settings));
    }

    /** Everything that is wrong, each source's with its name. */
    @Override
    public Optional<String> problem() {
        return Service.joined(Stream.concat(
                Stream.of(health.problem()),
                sources.stream().map(source -> source.problem().map(problem -> source.name() + ": " + problem))));
    }

    /**
     * Closes the doors first, so that everything that was taken is answered truly; all at once, since each may wait for
     * Kafka.
     */
    @Override
    public void close() {
        List<Thread> closing = sources.stream()
                .map(source -> new Thread(source::close, "close-" + source.name()))
                .toList();
        closing.forEach(Thread::start);
        closing.forEach(ProducersService::join);
        output.close();
        health.close();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
