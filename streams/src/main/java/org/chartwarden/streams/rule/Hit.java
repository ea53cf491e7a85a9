package org.chartwarden.streams.rule;

import java.time.Instant;
import java.util.List;
import org.chartwarden.streams.state.Observation;

/**
 * A rule that fired. One access may give several hits of a rule: arriving out of order, it completes windows that end
 * with later accesses.
 *
 * @param at time of the access that ends the window; it follows from the accesses, not from the order of their arrival
 * @param reason the rule's reason, filled in
 * @param evidence the accesses that made it fire, in order of time and id; the judged one is among them, unless what it
 *     withdrew is told anew
 */
public record Hit(Rule rule, Instant at, String reason, List<Observation> evidence) {

    public Hit {
        evidence = List.copyOf(evidence);
    }
}
