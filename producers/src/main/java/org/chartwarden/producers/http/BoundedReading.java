package org.chartwarden.producers.http;

import java.util.concurrent.Semaphore;
import org.chartwarden.producers.source.Delivery;
import org.chartwarden.producers.source.Delivery.Delivered;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;

/** Reads resources in bounded memory: what is read takes many times its bytes, so the larger ones take turns. */
final class BoundedReading {

    /** A larger resource is kept unread; real ones are a thousand times smaller, save those with a picture inside. */
    static final int RESOURCE_BYTES = 4 << 20;

    /** Up to this length, as many are read as there are requests. */
    private static final int SMALL_BYTES = 1 << 16;

    private final Delivery delivery;
    private final Semaphore turn = new Semaphore(1, true);

    BoundedReading(Delivery delivery) {
        this.delivery = delivery;
    }

    Delivered deliver(RecordReader reader, byte[] raw, Origin origin) {
        if (raw.length > RESOURCE_BYTES) {
            return delivery.giveUp(
                    reader,
                    new Refusal("The resource is longer than %,d bytes".formatted(RESOURCE_BYTES)),
                    raw,
                    origin);
        }
        if (raw.length <= SMALL_BYTES) {
            return delivery.deliver(reader, raw, origin);
        }
        turn.acquireUninterruptibly();
        try {
            return delivery.deliver(reader, raw, origin);
        } finally {
            turn.release();
        }
    }
}
