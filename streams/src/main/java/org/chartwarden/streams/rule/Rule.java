package org.chartwarden.streams.rule;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.chartwarden.model.Severity;
import org.chartwarden.model.Subject;

/**
 * A rule as its file tells it (docs/writing-rules.md). Immutable, safe for use by many threads.
 *
 * @param identity which rule it is
 * @param subject whose accesses it sees together
 * @param parameters what its conditions use by name
 * @param detection on which accesses it fires
 * @param consequence what a hit leads to
 * @param guide what an officer should know
 * @param examples what must and what must not fire, run as tests
 * @param source the text of its file; where a site overrides it, both files, as two documents of YAML
 */
public record Rule(
        Identity identity,
        Subject subject,
        List<Parameter> parameters,
        Detection detection,
        Consequence consequence,
        Guide guide,
        List<Example> examples,
        String source) {

    public Rule {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(detection, "detection");
        Objects.requireNonNull(consequence, "consequence");
        Objects.requireNonNull(guide, "guide");
        Objects.requireNonNull(source, "source");
        parameters = List.copyOf(parameters);
        examples = List.copyOf(examples);
    }

    public String id() {
        return identity.id();
    }

    public int version() {
        return identity.version();
    }

    /** What the rule remembers is of use only to a rule of the same shape: its version, and how it sees accesses. */
    String shape() {
        String measure = detection instanceof Detection.Threshold threshold
                ? threshold.measure().getClass().getSimpleName()
                : "";
        String counted = detection instanceof Detection.Baseline ? DayCounter.FORMAT : measure;
        return String.join(
                " ", Integer.toString(version()), detection.getClass().getSimpleName(), counted);
    }

    /** How long late paperwork may explain a hit before its alert opens; zero for not at all. */
    public Duration grace() {
        return consequence.grace();
    }

    /**
     * The same with what a site changed of it, and without examples, which are made for what it was.
     *
     * @param override the text of the site's file
     */
    Rule changedBy(String override, Consequence changed) {
        String both = source.stripTrailing() + "\n---\n" + override;
        return new Rule(identity, subject, parameters, detection, changed, guide, List.of(), both);
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
     * @param grace how long late paperwork may explain a hit before its alert opens
     * @param reason what the alert gives as its reason
     */
    public record Consequence(
            Severity severity, Grouping grouping, boolean mails, Duration grace, ReasonTemplate reason) {

        /** 0 to 100, by the severity. */
        public int riskScore() {
            return scoreOf(severity);
        }

        /** The scores of Elastic's detection rules, so that both kinds sort together in one view. */
        public static int scoreOf(Severity severity) {
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
