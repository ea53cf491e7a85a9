package org.chartwarden.producers.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chartwarden.producers.fhir.FhirDocument;
import org.chartwarden.producers.fhir.FhirFeed;
import org.chartwarden.producers.fhir.FhirTypes;
import org.chartwarden.producers.fhir.ResourceHead;
import org.chartwarden.producers.source.Delivery;
import org.chartwarden.producers.source.Delivery.Delivered;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.producers.source.SourceContext;

/** Hands what senders may send to the reader of its kind, and waits until Kafka has stored it. */
final class Intake {

    private final Delivery delivery;
    private final BoundedReading reading;
    private final RecordReader audit;
    private final RecordReader contextReader;
    private final Duration patience;

    Intake(SourceContext context, Delivery delivery, Duration patience) {
        this.delivery = delivery;
        this.reading = new BoundedReading(delivery);
        this.audit = reader(context, FhirFeed.AUDIT);
        this.contextReader = reader(context, FhirFeed.CONTEXT);
        this.patience = patience;
    }

    private static RecordReader reader(SourceContext context, String feed) {
        Instant now = context.clock().instant();
        try {
            return context.feeds().get(feed).reader(new byte[0], now);
        } catch (Refusal refusal) {
            throw new IllegalStateException("FHIR needs no header", refusal);
        }
    }

    /** Which right a type needs; what is no type at all is kept with the AuditEvents that cannot be read. */
    static Accepted kind(String type) {
        return FhirTypes.CONTEXT.contains(type) ? Accepted.CONTEXT : Accepted.AUDIT;
    }

    /**
     * Takes the resource that a path names.
     *
     * @throws Rejection 403 when the sender may not send this type; 503 when Kafka does not acknowledge
     */
    Taken one(ResourceKey key, byte[] body, Sender sender, Origin origin, Room.Place place) {
        Accepted kind = kind(key.type());
        if (!sender.may().contains(kind)) {
            throw Rejection.forbidden(kind);
        }
        RecordReader reader = readerOf(kind);
        Delivered delivered;
        ResourceKey found = key;
        try {
            found = require(key, ResourceHead.of(body));
            delivered = reading.deliver(reader, body, origin);
        } catch (Refusal refusal) {
            delivered = delivery.giveUp(reader, refusal, body, origin);
        }
        awaitKafka(List.of(delivered), place);
        return Taken.of(delivered, found);
    }

    /** @return the key with the id that the resource has */
    private static ResourceKey require(ResourceKey key, ResourceHead head) throws Refusal {
        if (!head.type().filter(key.type()::equals).isPresent()) {
            throw new Refusal("resourceType", "must be " + key.type() + " here, as in the path");
        }
        if (key.isUpdate() && !head.id().equals(key.id())) {
            throw new Refusal(key.type() + ".id", "must be the id in the path");
        }
        return new ResourceKey(key.type(), head.id(), key.isUpdate());
    }

    /**
     * Takes the entries of a Bundle, each for itself.
     *
     * @return one for each entry, in their order
     * @throws Rejection 503 when Kafka does not acknowledge
     */
    List<Taken> entries(FhirDocument bundle, Sender sender, Origin origin, Room.Place place) {
        List<Taken> taken = new ArrayList<>();
        for (FhirDocument.Resource entry : bundle.resources()) {
            Taken one = entry(entry.raw(), sender, origin.at(entry.position()));
            taken.add(one);
            // Each further send would wait again for a Kafka that is away.
            if (one.delivered().filter(Intake::hasFailed).isPresent()) {
                break;
            }
        }
        awaitKafka(taken.stream().flatMap(one -> one.delivered().stream()).toList(), place);
        return taken;
    }

    private Taken entry(byte[] raw, Sender sender, Origin origin) {
        ResourceKey key = key(raw);
        Accepted kind = kind(key.type());
        return sender.may().contains(kind)
                ? Taken.of(reading.deliver(readerOf(kind), raw, origin), key)
                : Taken.rejected(Rejection.forbidden(kind));
    }

    /** What cannot even be named goes to the reader, which says what is wrong with it. */
    private static ResourceKey key(byte[] raw) {
        try {
            ResourceHead head = ResourceHead.of(raw);
            return new ResourceKey(head.type().orElse(""), head.id(), false);
        } catch (Refusal refusal) {
            return new ResourceKey("", Optional.empty(), false);
        }
    }

    /** Keeps a body that is no Bundle of the kind that is taken. */
    void giveUp(Refusal refusal, byte[] body, Sender sender, Origin origin, Room.Place place) {
        Accepted kind = sender.may().contains(Accepted.AUDIT) ? Accepted.AUDIT : Accepted.CONTEXT;
        awaitKafka(List.of(delivery.giveUp(readerOf(kind), refusal, body, origin)), place);
    }

    private RecordReader readerOf(Accepted kind) {
        return switch (kind) {
            case AUDIT -> audit;
            case CONTEXT -> contextReader;
        };
    }

    private static boolean hasFailed(Delivered delivered) {
        return delivered.acknowledged().isCompletedExceptionally();
    }

    private void awaitKafka(List<Delivered> delivered, Room.Place place) {
        place.storing();
        CompletableFuture<?>[] acknowledged =
                delivered.stream().map(Delivered::acknowledged).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(acknowledged).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw Rejection.uncertain(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Rejection.uncertain(e);
        }
    }
}
