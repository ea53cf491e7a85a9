package org.chartwarden.producers.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.chartwarden.producers.fhir.AuditEventReader;
import org.chartwarden.producers.kafka.KafkaOutput;
import org.chartwarden.producers.source.Source;
import org.chartwarden.producers.source.SourceContext;
import org.chartwarden.settings.Setting;

/** FHIR resources over HTTP. */
public final class FhirHttpSource implements Source {

    /** The source's name. */
    public static final String NAME = "fhir-http";

    /** Longer than Kafka's client takes to give up, so that its reason is known. */
    private static final Duration PATIENCE = KafkaOutput.BLOCK_LIMIT.plus(KafkaOutput.DELIVERY_LIMIT);

    private final AuditEventListener listener;

    private FhirHttpSource(AuditEventListener listener) {
        this.listener = listener;
    }

    /** Listens on {@link Setting#HTTP_HOST} and {@link Setting#HTTP_PORT}. */
    public static List<Source> start(SourceContext context) {
        AuditEventListener listener = AuditEventListener.start(
                context.settings().text(Setting.HTTP_HOST),
                context.settings().integer(Setting.HTTP_PORT),
                new AuditEventReader(context.clock()),
                context.delivery(NAME),
                PATIENCE);
        return List.of(new FhirHttpSource(listener));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    public void close() {
        listener.close();
    }
}
