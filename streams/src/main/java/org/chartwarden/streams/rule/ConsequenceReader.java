package org.chartwarden.streams.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartwarden.model.Severity;
import org.chartwarden.model.Subject;
import org.chartwarden.streams.rule.Grouping.By;
import org.chartwarden.yaml.Fields;

/** Reads what a hit of a rule leads to. */
record ConsequenceReader(Fields rule, Subject subject) {

    /** Empty when there were problems, which are then reported. */
    Optional<Rule.Consequence> read() {
        Optional<Severity> severity = rule.choice("severity", Severity.class);
        Optional<Grouping> grouping = rule.map("group", List.of("by", "for")).flatMap(this::grouping);
        Optional<Boolean> mails = rule.flag("mail");
        Optional<Duration> grace = rule.has("grace") ? rule.span("grace") : Optional.of(Duration.ZERO);
        Optional<ReasonTemplate> reason = rule.text("reason").map(ReasonTemplate::new);
        reason.ifPresent(template -> template.unknown()
                .forEach(word -> rule.problem(
                        "reason", "has the unknown placeholder " + word + "; allowed are " + ReasonTemplate.known())));
        return severity.isPresent()
                        && grouping.isPresent()
                        && mails.isPresent()
                        && grace.isPresent()
                        && reason.isPresent()
                ? Optional.of(
                        new Rule.Consequence(severity.get(), grouping.get(), mails.get(), grace.get(), reason.get()))
                : Optional.empty();
    }

    private Optional<Grouping> grouping(Fields group) {
        List<By> by = new ArrayList<>();
        for (String word : group.texts("by")) {
            try {
                by.add(Fields.constant(word, By.class));
            } catch (IllegalArgumentException e) {
                group.problem("by", "names \"" + word + "\", but each must be one of " + Fields.choices(By.class));
            }
        }
        if (!by.contains(By.of(subject))) {
            group.problem(
                    "by", "must name the rule's subject, " + Fields.wordOf(subject) + ": its alerts are kept together");
            by.clear();
        }
        refuseMixture(group, by);
        return spanOf(group, "for").filter(span -> !by.isEmpty()).map(span -> new Grouping(by, span));
    }

    /** An alert about one patient must not have evidence about others. */
    private void refuseMixture(Fields group, List<By> by) {
        boolean several = List.of("threshold", "sequence", "accumulate")
                .contains(rule.has("kind") ? rule.text("kind").orElse("") : "");
        for (By each : by) {
            String word = Fields.wordOf(each) + ".id";
            boolean apart = rule.has("per") && rule.text("per").orElse("").equals(word);
            if (several && each != By.of(subject) && !apart) {
                group.problem("by", "may name %s only with per: %s".formatted(Fields.wordOf(each), word));
            }
        }
    }

    /** A span that a grouping can have; empty, once reported, when it cannot. */
    static Optional<Duration> spanOf(Fields fields, String key) {
        return fields.duration(key).filter(span -> {
            boolean allowed = span.compareTo(Grouping.SHORTEST) >= 0 && span.compareTo(Grouping.LONGEST) <= 0;
            if (!allowed) {
                fields.problem(key, "must be from " + Grouping.SHORTEST + " to " + Grouping.LONGEST);
            }
            return allowed;
        });
    }
}
