package org.chartwarden.streams.rule;

import java.time.Instant;
import java.util.List;

/**
 * A rule that fired on an access.
 *
 * @param reason the rule's reason, filled in
 * @param evidence the accesses that made it fire, in order of event time; the judged one is among them
 */
public record Hit(Rule rule, String reason, List<Evidence> evidence) {

    /** One access of the story. */
    public record Evidence(String eventId, Instant time) {}

    public Hit {
        evidence = List.copyOf(evidence);
    }
}
