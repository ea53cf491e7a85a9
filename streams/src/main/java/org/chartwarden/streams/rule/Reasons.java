package org.chartwarden.streams.rule;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.chartwarden.streams.rule.ReasonTemplate.Placeholder;
import org.chartwarden.streams.state.Observation;
import org.chartwarden.streams.text.Words;

/** Fills in the reasons of rules. */
final class Reasons {

    private Reasons() {}

    /**
     * The rule's reason for an access.
     *
     * @param more what only the rule's kind knows
     */
    static String of(Rule rule, Facts facts, Map<Placeholder, String> more) {
        Map<Placeholder, String> words = new EnumMap<>(Placeholder.class);
        words.put(Placeholder.DEPARTMENTS, String.join(", ", facts.departments()));
        words.put(Placeholder.UNEXPLAINED, sentences(facts.unexplained()));
        words.putAll(more);
        return rule.consequence().reason().fill(words).strip();
    }

    /** The rule's reason for several accesses. */
    static String ofWindow(Rule rule, Facts facts, List<Observation> evidence) {
        Map<Placeholder, String> words = new EnumMap<>(Placeholder.class);
        long count = evidence.size();
        if (rule.detection() instanceof Detection.Threshold threshold) {
            words.put(Placeholder.MORE_THAN, Integer.toString(threshold.moreThan()));
            words.put(Placeholder.WITHIN, Words.of(threshold.within()));
            count = threshold.measure() instanceof Measure.Count
                    ? count
                    : evidence.stream().map(Observation::getValue).distinct().count();
        } else if (rule.detection() instanceof Detection.Sequence sequence) {
            words.put(Placeholder.WITHIN, Words.of(sequence.within()));
        } else if (rule.detection() instanceof Detection.FirstSeen firstSeen) {
            words.put(Placeholder.WITHIN, Words.of(firstSeen.forget()));
        } else if (rule.detection() instanceof Detection.Accumulate accumulate) {
            words.put(Placeholder.MORE_THAN, Integer.toString(accumulate.moreThan()));
            words.put(Placeholder.WITHIN, Words.of(accumulate.halfLife()));
        }
        words.put(Placeholder.COUNT, Long.toString(count));
        return of(rule, facts, words);
    }

    /** The rule's reason for a day that is unlike others. */
    static String ofDay(Rule rule, Facts facts, int count, Limit limit) {
        return of(
                rule,
                facts,
                Map.of(
                        Placeholder.COUNT, Integer.toString(count),
                        Placeholder.USUAL, Long.toString(Math.round(limit.usual())),
                        Placeholder.MORE_THAN, Integer.toString(limit.most()),
                        Placeholder.WITHIN, Words.of(Duration.ofDays(1))));
    }

    private static String sentences(List<String> texts) {
        return texts.isEmpty() ? "" : String.join(". ", texts) + ".";
    }
}
