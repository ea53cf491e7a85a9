package org.chartwarden.streams.judge;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.Department;
import org.chartwarden.model.Disposition;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Subject;
import org.chartwarden.streams.rule.Hit;
import org.chartwarden.streams.rule.Rule;
import org.chartwarden.streams.state.AlertState;
import org.chartwarden.streams.state.Workplace;

/** What may happen to an alert. Each method takes the state before and gives the one after. */
final class AlertStates {

    private AlertStates() {}

    /** An alert without evidence yet. */
    static AlertState begun(Story story, String alertId, ExplainedAccess judged) {
        Rule rule = story.rule();
        boolean aboutUser = rule.subject() == Subject.USER;
        return describedBy(rule, AlertState.newBuilder())
                .setAlertId(alertId)
                .setRevision(0)
                .setSubject(rule.subject().name())
                .setUserId(aboutUser ? judged.getAccess().getUserId() : null)
                .setPatientId(story.patient().isEmpty() ? null : story.patient())
                .setStart(story.start())
                .setUserDepartments(List.of())
                .setDescribedAt(Instant.EPOCH)
                .setEvidence(List.of())
                .setChangedAt(Instant.EPOCH)
                .build();
    }

    static AlertState with(AlertState state, Hit hit, ExplainedAccess judged) {
        EvidenceList evidence = evidence(state).with(hit, judged.getAccess().getEventId());
        AlertState.Builder next = describedBy(hit.rule(), AlertState.newBuilder(state))
                .setEvidence(evidence.all())
                .setBeyond(evidence.beyond())
                .setConfirmedOfUser(Math.max(state.getConfirmedOfUser(), judged.getUserConfirmedViolations()))
                .setConfirmedOfPatient(Math.max(state.getConfirmedOfPatient(), judged.getPatientConfirmedViolations()));
        if (state.getUserId() != null && !judged.getAccess().getTime().isBefore(state.getDescribedAt())) {
            next.setDescribedAt(judged.getAccess().getTime())
                    .setUserFullName(judged.getUserFullName())
                    .setUserDepartments(judged.getUserDepartments().stream()
                            .map(AlertStates::workplace)
                            .toList());
        }
        return next.build();
    }

    static AlertState with(AlertState state, EvidenceList evidence) {
        return AlertState.newBuilder(state)
                .setEvidence(evidence.all())
                .setBeyond(evidence.beyond())
                .build();
    }

    static AlertState provisional(AlertState state, Instant until) {
        return AlertState.newBuilder(state)
                .setProvisionalUntil(until)
                .setOpenedAt(null)
                .build();
    }

    /** Its grace has passed, or its rule grants none. */
    static AlertState opened(AlertState state, Instant now) {
        return AlertState.newBuilder(state).setOpenedAt(now).build();
    }

    /** The newest decision holds, in whichever order they arrive. */
    static AlertState decided(AlertState state, Disposition disposition) {
        if (state.getDecidedAt() != null && state.getDecidedAt().isAfter(disposition.getDecidedAt())) {
            return state;
        }
        return AlertState.newBuilder(state)
                .setDecision(disposition.getDecision().name())
                .setDispositionId(disposition.getDispositionId())
                .setDecidedAt(disposition.getDecidedAt())
                .build();
    }

    static AlertState revised(AlertState state, int revision, Instant now) {
        return AlertState.newBuilder(state)
                .setRevision(revision)
                .setChangedAt(now)
                .build();
    }

    static EvidenceList evidence(AlertState state) {
        return new EvidenceList(state.getEvidence(), state.getBeyond());
    }

    private static AlertState.Builder describedBy(Rule rule, AlertState.Builder state) {
        return state.setRuleId(rule.id())
                .setRuleVersion(rule.version())
                .setRuleName(rule.identity().name())
                .setSeverity(rule.consequence().severity().name())
                .setRuleScore(rule.consequence().riskScore())
                .setMails(rule.consequence().mails());
    }

    private static Workplace workplace(Department department) {
        return new Workplace(department.getId(), department.getName());
    }
}
