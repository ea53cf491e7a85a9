package org.chartwarden.streams.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.chartwarden.model.Disposition;
import org.chartwarden.model.Standing;
import org.chartwarden.model.Subject;
import org.chartwarden.streams.state.AlertOwner;
import org.chartwarden.streams.state.Decided;

/**
 * Draws the consequences of each decision. An alert may be decided again: the newest decision holds, and what the
 * earlier one had allowed or confirmed is taken back. Keyed by alert. An alert that can be decided no more is forgotten
 * here; what its decision allowed or confirmed ends when the decision says so.
 */
public final class RuleOnDisposition implements FixedKeyProcessor<String, Disposition, Ruling> {

    /** By alert id: {@link Decided}. */
    public static final String STORE = "decided-alerts";

    private static final Duration EVERY = Duration.ofDays(1);

    private FixedKeyProcessorContext<String, Ruling> context;
    private KeyValueStore<String, AlertOwner> owners;
    private KeyValueStore<String, Decided> decided;

    @Override
    public void init(FixedKeyProcessorContext<String, Ruling> context) {
        this.context = context;
        this.owners = context.getStateStore(RememberOwner.STORE);
        this.decided = context.getStateStore(STORE);
        context.schedule(EVERY, PunctuationType.WALL_CLOCK_TIME, now -> forget(Instant.ofEpochMilli(now)));
    }

    /**
     * @throws UnknownAlertException when there is no such alert, or it has been at rest for too long
     * @throws UnusableDispositionException when it silences something that it does not name
     */
    @Override
    public void process(FixedKeyRecord<String, Disposition> record) {
        Disposition disposition = record.value();
        AlertOwner owner = owners.get(disposition.getAlertId());
        if (owner == null || !RememberOwner.isDecidable(owner, Instant.ofEpochMilli(context.currentSystemTimeMs()))) {
            throw new UnknownAlertException(disposition);
        }
        Decided earlier = decided.get(disposition.getAlertId());
        if (earlier != null && earlier.getDecidedAt().isAfter(disposition.getDecidedAt())) {
            return;
        }
        Map<String, Standing> standings = Verdict.of(disposition, owner);
        decided.put(
                disposition.getAlertId(),
                new Decided(
                        disposition.getDispositionId(), disposition.getDecidedAt(), List.copyOf(standings.keySet())));
        context.forward(record.withValue(new Ruling(
                Subject.valueOf(owner.getSubject()), owner.getKey(), disposition, changes(earlier, standings))));
    }

    private void forget(Instant now) {
        try (KeyValueIterator<String, AlertOwner> all = owners.all()) {
            while (all.hasNext()) {
                KeyValue<String, AlertOwner> alert = all.next();
                if (!RememberOwner.isDecidable(alert.value, now)) {
                    owners.delete(alert.key);
                    decided.delete(alert.key);
                }
            }
        }
    }

    private static Map<String, Optional<Standing>> changes(Decided earlier, Map<String, Standing> standings) {
        Map<String, Optional<Standing>> changes = new LinkedHashMap<>();
        if (earlier != null) {
            earlier.getStandings().forEach(key -> changes.put(key, Optional.empty()));
        }
        standings.forEach((key, standing) -> changes.put(key, Optional.of(standing)));
        return changes;
    }
}
