package org.chartwarden.producers.poll;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.chartwarden.producers.fhir.FhirFeed;
import org.chartwarden.producers.fhir.FhirTypes;
import org.chartwarden.producers.net.TlsIdentity;
import org.chartwarden.producers.source.Delivery;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.producers.source.Source;
import org.chartwarden.producers.source.SourceContext;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls a FHIR server for what has changed since the last time (FHIR R4, 3.1.1: {@code _lastUpdated}, {@code _sort}
 * and pages). A search does not tell what was deleted.
 */
public final class FhirPollSource implements Source {

    /** The source's name. */
    public static final String NAME = "fhir-poll";

    private static final Logger LOG = LoggerFactory.getLogger(FhirPollSource.class);

    private final Poller poller;
    private final PollLimits limits;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, NAME);

    private FhirPollSource(Poller poller, PollLimits limits) {
        this.poller = poller;
        this.limits = limits;
    }

    /** Polls the server of {@link Setting#POLL_URL}; none when it is not set. */
    public static List<Source> start(SourceContext context) {
        return PollSettings.of(context.settings())
                .map(settings -> List.<Source>of(start(context, settings, PollLimits.usual())))
                .orElse(List.of());
    }

    static FhirPollSource start(SourceContext context, PollSettings settings, PollLimits limits) {
        Delivery delivery = context.delivery(NAME);
        FhirClient client = new FhirClient(settings, limits, tls(context.settings()));
        List<TypePoll> types = settings.types().stream()
                .map(type ->
                        new TypePoll(type, settings, limits, client, reader(context, type), delivery, context.clock()))
                .toList();
        Poller poller = new Poller(types, settings.interval(), limits, context.clock());
        delivery.meter().lag(poller::behind);
        FhirPollSource source = new FhirPollSource(poller, limits);
        source.thread.start();
        return source;
    }

    private static Optional<SSLContext> tls(Settings settings) {
        boolean own = settings.optional(Setting.TLS_KEYSTORE).isPresent()
                || settings.optional(Setting.TLS_TRUSTSTORE).isPresent();
        return own ? Optional.of(TlsIdentity.client(settings)) : Optional.empty();
    }

    private static RecordReader reader(SourceContext context, String type) {
        String feed = type.equals(FhirTypes.AUDIT_EVENT) ? FhirFeed.AUDIT : FhirFeed.CONTEXT;
        try {
            return context.feeds().get(feed).reader(new byte[0], context.clock().instant());
        } catch (Refusal refusal) {
            throw new IllegalStateException("FHIR needs no header", refusal);
        }
    }

    private void run() {
        try {
            Duration pause = poller.turn();
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = poller.turn();
            }
        } catch (InterruptedException e) {
            LOG.debug("Closed in the middle of a poll, which the next start goes on with", e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> problem() {
        return poller.problem();
    }

    /** What was not acknowledged by now is asked for again after the next start. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join(limits.patience().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
