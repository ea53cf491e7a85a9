package org.chartwarden.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a service has done since it started: a little more than what took effect, since work that a crash undid is
 * counted again. The law: received = produced + dead-lettered; produced = explained +
 * duplicate + what the topology dead-lettered (+ what is in flight); explained = indexed (+ what is in flight) + rejected.
 */
public final class Counters {

    /** The things that are counted, under one set of names for all services. */
    public enum Count {
        /** Read from a source: lines, Bundle entries, request bodies. */
        RECEIVED,
        /** Acknowledged by Kafka. */
        PRODUCED,
        /** Not understood, and kept in the dead-letter topic. Worth a look whenever it grows. */
        DEAD_LETTERED,
        /** Recognised as already seen. */
        DUPLICATE,
        /** Explained, and judged unless it was late. */
        EXPLAINED,
        /** Of the explained ones, those that arrived too late to be judged. Back-fills are; else it should stay 0. */
        LATE,
        /** Charts opened by a user who had not opened them before, as far back as is remembered. */
        FIRST,
        /** Of those, the explained ones: the hard ones, since repeats inflate any share. */
        FIRST_EXPLAINED,
        /** Charts opened again by the same user. */
        REPEAT,
        /** Of those, the explained ones. */
        REPEAT_EXPLAINED,
        /** Of the explained ones, those that an officer's decision allows: no rule judges them. */
        SILENCED,
        /** Alert revisions sent out. */
        ALERT_REVISION,
        /** Alerts that began to wait for an officer: without grace, after it, or again after a decision. */
        ALERT_OPENED,
        /** Alerts that paperwork explained in hindsight, and nobody need look at. */
        ALERT_EXPLAINED,
        /** Alerts that an officer's decision closed. */
        ALERT_CLOSED,
        /** Acknowledged by Elasticsearch. */
        INDEXED,
        /** Refused by Elasticsearch, and kept in the dead-letter topic. Should stay 0. */
        REJECTED,
        /** Dead letters that Elasticsearch refused: they stay in their topic only. Should stay 0. */
        UNINDEXED,
        /** Links of the hash chain that were sealed. */
        SEALED,
        /** Accepted by the SMTP server. */
        MAILED,
        /** Refused by the SMTP server for good. Should stay 0. */
        MAIL_REFUSED;

        /** The metric's name in Prometheus, without its suffix {@code _total}. */
        public String metric() {
            return "chartwarden_" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Map<Count, Counter> counters = new EnumMap<>(Count.class);

    public Counters(MeterRegistry registry) {
        for (Count count : Count.values()) {
            counters.put(count, Counter.builder(count.metric()).register(registry));
        }
    }

    public void add(Count count) {
        add(count, 1);
    }

    public void add(Count count, long amount) {
        counters.get(count).increment(amount);
    }

    public long get(Count count) {
        return (long) counters.get(count).count();
    }
}
