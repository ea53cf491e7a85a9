package org.chartwarden.producers.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chartwarden.producers.fhir.FhirDocument;
import org.chartwarden.producers.source.Delivery;
import org.chartwarden.producers.source.Delivery.Delivered;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes AuditEvents over HTTP as IHE ITI-20 (RESTful ATNA) sends them: {@code POST /AuditEvent} one event, {@code POST
 * /} a Bundle of them. Answers success only after Kafka has acknowledged.
 *
 * <p>What cannot be understood is answered with 400 and is kept in the dead-letter topic. 503 means that nothing is
 * certain: the client sends the same again, and what did arrive is recognised as duplicate.
 *
 * <p>A transaction Bundle is taken entry by entry as a batch is: an act that happened cannot be taken back because the
 * record of another one is broken.
 */
public final class AuditEventListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditEventListener.class);
    private static final Set<String> BUNDLE_TYPES = Set.of("batch", "transaction");
    private static final String RETRY_SECONDS = "5";

    private final RecordReader reader;
    private final Delivery delivery;
    private final Duration patience;
    private final RequestBodies bodies = new RequestBodies();
    private final FhirAnswers answers = new FhirAnswers();
    private final Javalin server;

    /**
     * @param patience how long Kafka may take to acknowledge before the answer is 503
     */
    private AuditEventListener(RecordReader reader, Delivery delivery, Duration patience) {
        this.reader = reader;
        this.delivery = delivery;
        this.patience = patience;
        this.server = Javalin.create(this::configure);
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     * @param patience how long Kafka may take to acknowledge before the answer is 503
     */
    public static AuditEventListener start(
            String host, int port, RecordReader reader, Delivery delivery, Duration patience) {
        AuditEventListener listener = new AuditEventListener(reader, delivery, patience);
        listener.server.start(host, port);
        return listener;
    }

    public int port() {
        return server.port();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.routes.post("/AuditEvent", http -> bodies.with(http, body -> create(http, body)));
        config.routes.post("/", http -> bodies.with(http, body -> batch(http, body)));
        config.routes.exception(Rejection.class, this::reject);
    }

    private void create(Context http, byte[] body) {
        Delivered delivered = delivery.deliver(reader, body, origin(http));
        awaitKafka(List.of(delivered));
        if (delivered.refusal().isPresent()) {
            answers.answer(http, 400, FhirAnswers.outcome(delivered.refusal().get()));
        } else {
            http.status(201).header("Location", FhirAnswers.location(delivered));
        }
    }

    private void batch(Context http, byte[] body) {
        FhirDocument bundle;
        try {
            bundle = bundle(body);
        } catch (Refusal refusal) {
            awaitKafka(List.of(delivery.giveUp(reader, refusal, body, origin(http))));
            answers.answer(http, 400, FhirAnswers.outcome(refusal));
            return;
        }
        List<Delivered> entries = new ArrayList<>();
        for (FhirDocument.Resource entry : bundle.resources()) {
            Delivered delivered =
                    delivery.deliver(reader, entry.raw(), origin(http).at(entry.position()));
            entries.add(delivered);
            // Each further send would wait again for a Kafka that is away.
            if (delivered.acknowledged().isCompletedExceptionally()) {
                break;
            }
        }
        awaitKafka(entries);
        answers.answer(http, 200, FhirAnswers.batchResponse(entries));
    }

    private static FhirDocument bundle(byte[] body) throws Refusal {
        FhirDocument document = FhirDocument.of(body);
        if (!document.isBundle()) {
            throw new Refusal(
                    "resourceType", "must be Bundle here; a single AuditEvent belongs to the path /AuditEvent");
        }
        if (document.bundleType() == null || !BUNDLE_TYPES.contains(document.bundleType())) {
            throw new Refusal("Bundle.type", "must be batch or transaction");
        }
        return document;
    }

    private static Origin origin(Context http) {
        return new Origin("HTTP from " + http.ip(), "POST " + http.path());
    }

    private void awaitKafka(List<Delivered> delivered) {
        CompletableFuture<?>[] acknowledged =
                delivered.stream().map(Delivered::acknowledged).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(acknowledged).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw notAcknowledged(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notAcknowledged(e);
        }
    }

    private static Rejection notAcknowledged(Exception cause) {
        return new Rejection(
                503,
                IssueType.TRANSIENT,
                "Kafka did not acknowledge in time. Send the same again: what has arrived is recognised as duplicate.",
                cause);
    }

    private void reject(Rejection rejection, Context http) {
        if (rejection.getCause() != null) {
            LOG.warn("Answered {}: {}", rejection.status(), rejection.getMessage(), rejection.getCause());
        }
        if (rejection.status() == 503) {
            http.header("Retry-After", RETRY_SECONDS);
        }
        answers.answer(http, rejection.status(), FhirAnswers.outcome(rejection.type(), rejection.getMessage()));
    }

    @Override
    public void close() {
        server.stop();
    }
}
