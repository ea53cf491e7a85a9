package org.chartwarden.streams.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.chartwarden.model.Disposition;
import org.chartwarden.model.Standing;
import org.chartwarden.model.Subject;

/**
 * What follows from a decision.
 *
 * @param subject whose judge keeps the alert
 * @param key under which
 * @param disposition the decision
 * @param standings what it says, by key; empty where it takes back what an earlier decision on the alert had said
 */
public record Ruling(Subject subject, String key, Disposition disposition, Map<String, Optional<Standing>> standings) {

    public Ruling {
        standings = Map.copyOf(standings);
    }

    /** As they are written to the topic of standings: null takes one back. */
    public List<KeyValue<String, Standing>> changes() {
        return standings.entrySet().stream()
                .map(each -> KeyValue.pair(each.getKey(), each.getValue().orElse(null)))
                .toList();
    }
}
