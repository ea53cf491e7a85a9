package org.chartwarden.streams.judge;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Decision;
import org.chartwarden.model.Department;
import org.chartwarden.model.Severity;
import org.chartwarden.model.Subject;
import org.chartwarden.streams.state.AlertState;
import org.chartwarden.streams.state.Evidence;
import org.chartwarden.streams.state.Observation;

/** The alert as it is told to the world: it follows from its state alone. */
final class PublishedAlert {

    static final int MOST_REASONS = 20;
    static final int MOST_USERS = 100;

    private static final int HIGHEST_SCORE = 100;
    private static final int POINTS_OF_A_VIOLATION = 10;
    private static final int MOST_COUNTED_VIOLATIONS = 2;

    private final AlertState state;
    private final AlertStatus status;
    private final List<Evidence> shown;

    private PublishedAlert(AlertState state) {
        this.state = state;
        this.status = status(state);
        List<Evidence> holding =
                state.getEvidence().stream().filter(Evidence::getHolds).toList();
        // An alert that was explained still shows of which accesses it told.
        this.shown = holding.isEmpty() ? state.getEvidence() : holding;
    }

    static Alert of(AlertState state) {
        return new PublishedAlert(state).alert();
    }

    static AlertStatus status(AlertState state) {
        List<Observation> holding = AlertStates.evidence(state).holding();
        if (state.getDecidedAt() != null) {
            boolean wentOn = holding.stream().anyMatch(each -> each.getTime().isAfter(state.getDecidedAt()));
            return wentOn ? AlertStatus.OPEN : AlertStatus.CLOSED;
        }
        if (holding.isEmpty()) {
            return AlertStatus.EXPLAINED;
        }
        return state.getOpenedAt() != null ? AlertStatus.OPEN : AlertStatus.PROVISIONAL;
    }

    private Alert alert() {
        return Alert.newBuilder()
                .setAlertId(state.getAlertId())
                .setRevision(state.getRevision())
                .setStatus(status)
                .setSeverity(Severity.valueOf(state.getSeverity()))
                .setSubject(Subject.valueOf(state.getSubject()))
                .setRiskScore(riskScore())
                .setRuleId(state.getRuleId())
                .setRuleVersion(state.getRuleVersion())
                .setRuleName(state.getRuleName())
                .setUserId(state.getUserId())
                .setUserFullName(state.getUserFullName())
                .setUserDepartments(state.getUserDepartments().stream()
                        .map(each -> new Department(each.getId(), each.getName()))
                        .toList())
                .setPatientId(state.getPatientId())
                .setFirstEventTime(timeOf(shown.get(0)))
                .setLastEventTime(timeOf(shown.get(shown.size() - 1)))
                .setEventCount(shown.size() + state.getBeyond())
                .setEventIds(observations().map(Observation::getEventId).toList())
                .setReasons(first(MOST_REASONS, shown.stream().map(Evidence::getReason)))
                .setMitigations(first(MOST_REASONS, observations().flatMap(each -> each.getMitigations().stream())))
                .setMails(state.getMails())
                .setInvolvedUserIds(involvedUserIds())
                .setProvisionalUntil(state.getProvisionalUntil())
                .setOpenedAt(state.getOpenedAt())
                .setExplainedBecause(explainedBecause())
                .setDecision(state.getDecision() == null ? null : Decision.valueOf(state.getDecision()))
                .setDispositionId(state.getDispositionId())
                .setDecidedAt(state.getDecidedAt())
                .build();
    }

    private int riskScore() {
        int violations = Math.min(MOST_COUNTED_VIOLATIONS, state.getConfirmedOfUser())
                + Math.min(MOST_COUNTED_VIOLATIONS, state.getConfirmedOfPatient());
        return Math.min(HIGHEST_SCORE, state.getRuleScore() + POINTS_OF_A_VIOLATION * violations);
    }

    private List<String> involvedUserIds() {
        return switch (Subject.valueOf(state.getSubject())) {
            case USER -> List.of();
            case PATIENT -> first(MOST_USERS, observations().map(Observation::getUserId));
        };
    }

    private List<String> explainedBecause() {
        return status == AlertStatus.EXPLAINED
                ? first(MOST_REASONS, shown.stream().flatMap(each -> each.getBecause().stream()))
                : List.of();
    }

    private Stream<Observation> observations() {
        return shown.stream().map(Evidence::getObservation);
    }

    private static Instant timeOf(Evidence evidence) {
        return evidence.getObservation().getTime();
    }

    private static List<String> first(int most, Stream<String> texts) {
        return texts.filter(Objects::nonNull).distinct().limit(most).toList();
    }
}
