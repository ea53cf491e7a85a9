package org.chartwarden.streams.judge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.streams.rule.Grouping;
import org.chartwarden.streams.rule.Grouping.By;
import org.chartwarden.streams.rule.Rule;

/**
 * What an alert is about: the hits of one rule with the same user (and patient, if the rule says so) in the same span of time.
 *
 * @param owner whose alerts one task keeps: the user, or the access itself when the source named no user
 * @param patientId empty when the story is about any patient
 * @param start begin of the span
 */
record Story(String ruleId, String owner, String patientId, Instant start) {

    static Story of(Rule rule, AccessEvent access, ZoneId zone) {
        Grouping grouping = rule.consequence().grouping();
        return new Story(
                rule.id(),
                Objects.requireNonNullElse(access.getUserId(), access.getEventId()),
                grouping.by().contains(By.PATIENT) ? Objects.requireNonNullElse(access.getPatientId(), "") : "",
                grouping.startOf(access.getTime(), zone));
    }

    String alertId(AlertIds ids) {
        return ids.of(ruleId, owner, patientId, start);
    }
}
