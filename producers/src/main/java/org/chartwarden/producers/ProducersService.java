package org.chartwarden.producers;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.chartwarden.producers.fhir.AuditEventReader;
import org.chartwarden.producers.http.AuditEventListener;
import org.chartwarden.producers.ingest.Delivery;
import org.chartwarden.producers.kafka.KafkaHealth;
import org.chartwarden.producers.kafka.KafkaOutput;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Service;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;

/** The producers that run until they are stopped: the listener for audit events over HTTP. */
public final class ProducersService implements Service {

    /** Longer than Kafka's client takes to give up, so that its reason is known. */
    private static final Duration PATIENCE = KafkaOutput.BLOCK_LIMIT.plus(KafkaOutput.DELIVERY_LIMIT);

    private final AuditEventListener listener;
    private final KafkaOutput output;
    private final KafkaHealth health;

    private ProducersService(AuditEventListener listener, KafkaOutput output, KafkaHealth health) {
        this.listener = listener;
        this.output = output;
        this.health = health;
    }

    public static void main(String[] arguments) {
        Service.main("producers", ProducersService::start);
    }

    /** Starts to listen on {@link Setting#INGEST_HOST} and {@link Setting#INGEST_PORT}. */
    public static ProducersService start(Settings settings, PrometheusMeterRegistry meters, Counters counters) {
        Clock clock = Clock.systemUTC();
        KafkaOutput output = KafkaOutput.open(settings);
        AuditEventListener listener = AuditEventListener.start(
                settings.text(Setting.INGEST_HOST),
                settings.integer(Setting.INGEST_PORT),
                new AuditEventReader(clock),
                new Delivery(output, counters, clock),
                PATIENCE);
        return new ProducersService(listener, output, KafkaHealth.open(settings));
    }

    @Override
    public Optional<String> problem() {
        return health.problem();
    }

    /** Stops to listen first, so that every request that was taken is answered truly. */
    @Override
    public void close() {
        listener.close();
        output.close();
        health.close();
    }
}
