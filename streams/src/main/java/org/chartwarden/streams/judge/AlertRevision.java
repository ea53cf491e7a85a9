package org.chartwarden.streams.judge;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Outcome;
import org.chartwarden.streams.rule.Hit;
import org.chartwarden.streams.rule.Rule;

/** Opens an alert with its first hit, and revises it with each further one. */
final class AlertRevision {

    static final int MOST_EVENT_IDS = 1000;
    static final int MOST_REASONS = 20;

    private final Story story;
    private final String alertId;
    private final Hit hit;
    private final ExplainedAccess judged;

    AlertRevision(Story story, String alertId, Hit hit, ExplainedAccess judged) {
        this.story = story;
        this.alertId = alertId;
        this.hit = hit;
        this.judged = judged;
    }

    /** The first revision. */
    Alert open() {
        Rule rule = hit.rule();
        return describe(Alert.newBuilder())
                .setAlertId(alertId)
                .setRevision(1)
                .setStatus(AlertStatus.OPEN)
                .setRuleId(rule.id())
                .setUserId(judged.getAccess().getUserId())
                .setPatientId(emptyToNull(story.patientId()))
                .setFirstEventTime(hit.evidence().get(0).time())
                .setLastEventTime(lastOfHit())
                .setEventCount(hit.evidence().size())
                .setEventIds(joined(List.of(), eventIds(), MOST_EVENT_IDS))
                .setReasons(List.of(hit.reason()))
                .setMitigations(mitigations())
                .build();
    }

    /** The next revision of an open alert. */
    Alert revise(Alert alert) {
        Instant first = hit.evidence().get(0).time();
        return describe(Alert.newBuilder(alert))
                .setRevision(alert.getRevision() + 1)
                .setFirstEventTime(first.isBefore(alert.getFirstEventTime()) ? first : alert.getFirstEventTime())
                .setLastEventTime(
                        lastOfHit().isAfter(alert.getLastEventTime()) ? lastOfHit() : alert.getLastEventTime())
                .setEventCount(alert.getEventCount() + countOfNew(alert))
                .setEventIds(joined(alert.getEventIds(), eventIds(), MOST_EVENT_IDS))
                .setReasons(joined(alert.getReasons(), List.of(hit.reason()), MOST_REASONS))
                .setMitigations(joined(alert.getMitigations(), mitigations(), MOST_REASONS))
                .build();
    }

    /** What the newest hit says of rule and user. */
    private Alert.Builder describe(Alert.Builder alert) {
        Rule rule = hit.rule();
        boolean aboutUser = judged.getAccess().getUserId() != null;
        return alert.setSeverity(rule.consequence().severity())
                .setRiskScore(rule.consequence().riskScore())
                .setRuleVersion(rule.version())
                .setRuleName(rule.identity().name())
                .setMails(rule.consequence().mails())
                .setUserFullName(aboutUser ? judged.getUserFullName() : null)
                .setUserDepartments(aboutUser ? judged.getUserDepartments() : List.of());
    }

    /**
     * How many accesses of the hit the alert has not counted yet. Beyond the ids that an alert keeps, only the judged
     * access is known to be new: it was deduplicated, and those before it were counted when they were judged.
     */
    private int countOfNew(Alert alert) {
        if (alert.getEventIds().size() >= MOST_EVENT_IDS) {
            return 1;
        }
        Set<String> known = Set.copyOf(alert.getEventIds());
        return (int) eventIds().stream().filter(id -> !known.contains(id)).count();
    }

    private List<String> eventIds() {
        return hit.evidence().stream().map(Hit.Evidence::eventId).toList();
    }

    private Instant lastOfHit() {
        return hit.evidence().get(hit.evidence().size() - 1).time();
    }

    private List<String> mitigations() {
        AccessEvent access = judged.getAccess();
        Set<String> mitigations = new LinkedHashSet<>();
        if (access.getEmergency()) {
            mitigations.add("The user declared an emergency");
        }
        if (access.getOutcome() != Outcome.SUCCESS) {
            mitigations.add("The system refused an access, which then showed nothing");
        }
        if (judged.getExplained()) {
            mitigations.add("A reason on record accounts for an access");
        }
        return List.copyOf(mitigations);
    }

    private static List<String> joined(Collection<String> earlier, Collection<String> further, int most) {
        Set<String> all = new LinkedHashSet<>(earlier);
        all.addAll(further);
        return all.stream().limit(most).toList();
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
