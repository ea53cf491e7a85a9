package org.chartwarden.streams.judge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.streams.rule.Grouping.By;
import org.chartwarden.streams.rule.Hit;
import org.chartwarden.streams.rule.Rule;
import org.chartwarden.streams.state.Observation;

/**
 * What an alert is about: the hits of one rule with the same user, patient, or both, in the same span of time. Always
 * the subject that the rule judges: alerts are kept where the subject's profile is, and two keepers would overwrite each
 * other.
 *
 * @param user empty when the story is about any; the access itself when the source named no user
 * @param patient empty when the story is about any
 * @param start begin of the span in which the hits lie
 */
record Story(Rule rule, String user, String patient, Instant start) {

    /** @param key under which the subject is judged */
    static Story of(Hit hit, String key, ExplainedAccess judged, ZoneId zone) {
        Rule rule = hit.rule();
        List<By> by = rule.consequence().grouping().by();
        Instant start = rule.consequence().grouping().startOf(hit.at(), zone);
        return switch (rule.subject()) {
            case USER ->
                new Story(
                        rule,
                        key,
                        by.contains(By.PATIENT) ? orEmpty(judged.getAccess().getPatientId()) : "",
                        start);
            case PATIENT ->
                new Story(rule, by.contains(By.USER) ? orEmpty(last(hit).getUserId()) : "", key, start);
        };
    }

    String alertId(AlertIds ids) {
        return ids.of(rule.id(), user, patient, start);
    }

    private static Observation last(Hit hit) {
        return hit.evidence().get(hit.evidence().size() - 1);
    }

    private static String orEmpty(String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
