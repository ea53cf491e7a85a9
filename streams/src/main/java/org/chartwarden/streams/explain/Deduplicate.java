package org.chartwarden.streams.explain;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.streams.context.EventTime;

/**
 * Lets each access through once. The same act has the same id, but not quite the same time: IHE's client and server both
 * record it, each by its own clock. So the lookup spans {@link #CLOCK_DIFFERENCE} to both sides.
 *
 * <p>What was seen is forgotten after the horizon. An access older than that passes marked as late, since nobody knows
 * any more whether it was seen; it must not be judged. So does one whose time is not {@linkplain EventTime believed}.
 */
public final class Deduplicate implements FixedKeyProcessor<String, AccessEvent, Arrival> {

    /** By event id and event time; expires by itself. */
    public static final String SEEN = "seen-events";

    /** How far the clocks of two systems that record the same act may be apart. */
    static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(15);

    private static final byte[] YES = {1};

    private final Duration horizon;
    private final Counters counters;

    private FixedKeyProcessorContext<String, Arrival> context;
    private WindowStore<String, byte[]> seen;

    public Deduplicate(Duration horizon, Counters counters) {
        this.horizon = horizon;
        this.counters = counters;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Arrival> context) {
        this.context = context;
        this.seen = context.getStateStore(SEEN);
    }

    @Override
    public void process(FixedKeyRecord<String, AccessEvent> record) {
        AccessEvent access = record.value();
        long time = access.getTime().toEpochMilli();
        if (!EventTime.isBelieved(access) || time < context.currentStreamTimeMs() - horizon.toMillis()) {
            context.forward(record.withValue(new Arrival(access, true)));
        } else if (wasSeen(access)) {
            counters.add(Count.DUPLICATE);
        } else {
            seen.put(access.getEventId(), YES, time);
            context.forward(record.withValue(new Arrival(access, false)));
        }
    }

    private boolean wasSeen(AccessEvent access) {
        Instant time = access.getTime();
        try (WindowStoreIterator<byte[]> found =
                seen.fetch(access.getEventId(), time.minus(CLOCK_DIFFERENCE), time.plus(CLOCK_DIFFERENCE))) {
            return found.hasNext();
        }
    }
}
