package org.chartwarden.streams.judge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.streams.rule.Grouping;
import org.chartwarden.streams.rule.Grouping.By;
import org.chartwarden.streams.rule.Rule;

/**
 * What an alert is about: the hits of one rule with the same user or patient in the same span of time.
 *
 * @param userId empty when the story is about any user
 * @param patientId empty when the story is about any patient
 * @param start begin of the span
 */
record Story(String ruleId, String userId, String patientId, Instant start) {

    static Story of(Rule rule, AccessEvent access, ZoneId zone) {
        Grouping grouping = rule.consequence().grouping();
        return new Story(
                rule.id(),
                grouping.by().contains(By.USER) ? text(access.getUserId()) : "",
                grouping.by().contains(By.PATIENT) ? text(access.getPatientId()) : "",
                grouping.startOf(access.getTime(), zone));
    }

    String alertId(AlertIds ids) {
        return ids.of(ruleId, userId, patientId, start);
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
