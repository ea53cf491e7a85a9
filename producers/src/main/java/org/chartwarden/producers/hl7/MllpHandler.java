package org.chartwarden.producers.hl7;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.chartwarden.producers.net.Frame;
import org.chartwarden.producers.net.MessageHandler;
import org.chartwarden.producers.source.Delivery;
import org.chartwarden.producers.source.Delivery.Delivered;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.RecordReader;

/** Takes each message to where it ends, and answers when it is there. */
final class MllpHandler implements MessageHandler {

    private final RecordReader reader;
    private final Delivery delivery;
    private final Acknowledgements answers;
    private final InstantSource clock;
    private final AtomicReference<Instant> failingSince = new AtomicReference<>();

    MllpHandler(RecordReader reader, Delivery delivery, Acknowledgements answers, InstantSource clock) {
        this.reader = reader;
        this.delivery = delivery;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<byte[]> handle(Frame message, Origin origin) {
        byte[] raw = message.bytes();
        Delivered delivered = message.refusal() == null
                ? delivery.deliver(reader, raw, origin)
                : delivery.giveUp(reader, message.refusal(), raw, origin);
        Verdict verdict =
                delivered.refusal().map(wrong -> Verdict.of(wrong, raw)).orElse(Verdict.ACCEPTED);
        return delivered.acknowledged().handle((nothing, failure) -> {
            if (failure != null) {
                failingSince.compareAndSet(null, clock.instant());
            } else if (!delivered.sent().isEmpty()) {
                failingSince.set(null);
            }
            return answers.to(raw, failure == null ? verdict : Verdict.NOT_STORED);
        });
    }

    /** While Kafka takes nothing, nobody shall wait behind all the others for being told so. */
    @Override
    public Optional<byte[]> tooLate(Frame message) {
        return Optional.of(answers.to(message.bytes(), Verdict.NOT_STORED));
    }

    /** Empty when Kafka has stored the last message. */
    Optional<String> problem() {
        return Optional.ofNullable(failingSince.get())
                .map(since -> "Kafka has stored no message since %s; their senders are told to send them again"
                        .formatted(since));
    }
}
