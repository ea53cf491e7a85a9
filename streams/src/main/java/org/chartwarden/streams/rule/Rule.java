package org.chartwarden.streams.rule;

import java.util.List;
import java.util.Objects;
import org.chartwarden.model.Severity;

/**
 * A rule as its file tells it (docs/rules.md). Immutable, safe for use by many threads.
 *
 * @param identity which rule it is
 * @param detection on which accesses it fires
 * @param consequence what a hit leads to
 * @param guide what an officer should know
 * @param examples what must and what must not fire, run as tests
 */
public record Rule(
        Identity identity, Detection detection, Consequence consequence, Guide guide, List<Example> examples) {

    public Rule {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(detection, "detection");
        Objects.requireNonNull(consequence, "consequence");
        Objects.requireNonNull(guide, "guide");
        examples = List.copyOf(examples);
    }

    public String id() {
        return identity.id();
    }

    public int version() {
        return identity.version();
    }

    /**
     * @param id lower-case words joined by hyphens; stable over versions
     * @param version counts up from 1 with each change of what the rule does
     * @param name a title
     * @param meaning what a hit means, in a sentence
     */
    public record Identity(String id, int version, String name, String meaning) {}

    /**
     * @param severity the alert's severity, from which its risk score follows
     * @param grouping which hits are one alert
     * @param mails an alert of this rule is mailed
     * @param reason what the alert gives as its reason
     */
    public record Consequence(Severity severity, Grouping grouping, boolean mails, ReasonTemplate reason) {

        /** The scores of Elastic's detection rules, so that both kinds sort together in one view. */
        public int riskScore() {
            return switch (severity) {
                case LOW -> 21;
                case MEDIUM -> 47;
                case HIGH -> 73;
                case CRITICAL -> 99;
            };
        }
    }

    /**
     * @param investigate the steps of an investigation
     * @param falsePositives which innocent acts fire too, and what would explain them
     * @param references the law, a technique's id, a paper
     */
    public record Guide(List<String> investigate, List<String> falsePositives, List<String> references) {

        public Guide {
            investigate = List.copyOf(investigate);
            falsePositives = List.copyOf(falsePositives);
            references = List.copyOf(references);
        }
    }
}
