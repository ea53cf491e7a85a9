package org.chartwarden.sink.elasticsearch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Department;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Outcome;
import org.chartwarden.model.RuleHit;

/** Makes the document of an access. Its names are those of the Elastic Common Schema wherever that has one. */
final class AccessDocument {

    private AccessDocument() {}

    /**
     * @param now for event.ingested
     * @throws IllegalArgumentException see {@link Document}
     */
    static Document of(ExplainedAccess explained, AccessIndices spans, Instant now) {
        AccessEvent access = explained.getAccess();
        Fields fields = new Fields().put("@timestamp", access.getTime()).put("tags", tags(explained));
        putEvent(fields, access, now);
        putUser(fields, explained);
        PatientFields.put(fields, explained);
        putSource(fields, access);
        putFacts(fields, access);
        putJudgement(fields, explained);
        return new Document(
                spans.index(access.getTime()), access.getEventId(), explained.getRevision(), access.getTime(), fields);
    }

    /** What an officer or an engineer looks for first: who cannot be named, and what was not judged. */
    private static List<String> tags(ExplainedAccess explained) {
        AccessEvent access = explained.getAccess();
        List<String> tags = new ArrayList<>();
        if (access.getUserId() == null) {
            tags.add("userless");
            if (access.getTokenId() != null) {
                tags.add("token-only");
            }
        }
        if (explained.getLate()) {
            tags.add("late");
        }
        return tags;
    }

    private static void putEvent(Fields fields, AccessEvent access, Instant now) {
        fields.put("event.id", access.getEventId())
                .put("event.kind", "event")
                .put("event.category", category(access))
                .put("event.type", type(access))
                .put("event.action", access.getAction().name())
                .put("event.outcome", access.getOutcome() == Outcome.SUCCESS ? "success" : "failure")
                .put("event.provider", access.getSourceSystem())
                .put("event.created", access.getReceivedAt())
                .put("event.ingested", now)
                .put(
                        "chartwarden.ingest_lag",
                        Duration.between(access.getReceivedAt(), now).toMillis());
        if (access.getEndTime() != null) {
            Duration open = Duration.between(access.getTime(), access.getEndTime());
            fields.put("event.end", access.getEndTime()).put("event.duration", open.toNanos());
        }
    }

    /** One of ECS' allowed values; null where none fits. */
    private static String category(AccessEvent access) {
        return switch (access.getCategory()) {
            case RECORD, SEARCH, EXPORT -> "database";
            case AUTHENTICATION -> "authentication";
            case SECURITY -> "intrusion_detection";
            case OTHER -> null;
        };
    }

    /** One of ECS' allowed values. */
    private static String type(AccessEvent access) {
        return switch (access.getAction()) {
            case C -> "creation";
            case R -> "access";
            case U -> "change";
            case D -> "deletion";
            case E -> "info";
        };
    }

    private static void putUser(Fields fields, ExplainedAccess explained) {
        AccessEvent access = explained.getAccess();
        List<Department> departments = explained.getUserDepartments();
        fields.put("user.id", access.getUserId())
                .put("user.full_name", explained.getUserFullName())
                .put("user.roles", explained.getUserRoles())
                .put("chartwarden.user_known", explained.getUserKnown())
                .put("chartwarden.user_role_in_source", access.getUserRole())
                .put("chartwarden.department_ids", Departments.ids(departments))
                .put("chartwarden.department_names", Departments.names(departments));
        if (access.getUserId() != null) {
            fields.put("chartwarden.user_kind", Names.lowerCase(explained.getUserKind()))
                    .put("chartwarden.user_on_leave", explained.getUserOnLeave())
                    .put("chartwarden.user_off_shift", explained.getUserOffShift())
                    .put("chartwarden.user_terminated", explained.getUserTerminated())
                    .put("chartwarden.user_confirmed_violations", explained.getUserConfirmedViolations());
        }
    }

    private static void putSource(Fields fields, AccessEvent access) {
        String address = access.getNetworkAddress();
        fields.put("source.address", address).put("http.request.id", access.getRequestId());
        if (address != null && IpAddresses.isIpAddress(address)) {
            fields.put("source.ip", address);
        }
    }

    private static void putFacts(Fields fields, AccessEvent access) {
        fields.put("chartwarden.category", Names.lowerCase(access.getCategory()))
                .put("chartwarden.outcome", Names.lowerCase(access.getOutcome()))
                .put("chartwarden.purpose_of_use", access.getPurposeOfUse())
                .put("chartwarden.emergency", access.getEmergency())
                .put("chartwarden.interactive", access.getInteractive())
                .put("chartwarden.token_id", access.getTokenId())
                .put("chartwarden.security_labels", access.getSecurityLabels())
                .put("chartwarden.query_parameters", access.getQueryParameters())
                .put("chartwarden.encounter_id", access.getEncounterId())
                .put("chartwarden.object_type", access.getObjectType())
                .put("chartwarden.object_id", access.getObjectId());
    }

    private static void putJudgement(Fields fields, ExplainedAccess explained) {
        List<RuleHit> hits = explained.getRuleHits();
        fields.put("chartwarden.revision", explained.getRevision())
                .put("chartwarden.explained", explained.getExplained())
                .putObjects(
                        "chartwarden.explanations",
                        explained.getExplanations().stream()
                                .map(AccessDocument::explanation)
                                .toList())
                .put("chartwarden.unexplained_because", explained.getUnexplainedBecause())
                .put("chartwarden.first_of_pair", explained.getFirstOfPair())
                .put("chartwarden.silenced_by", explained.getSilencedBy())
                .put("chartwarden.late", explained.getLate())
                .put("rule.id", hits.stream().map(RuleHit::getRuleId).distinct().toList())
                .putObjects(
                        "chartwarden.rule_hits",
                        hits.stream().map(AccessDocument::ruleHit).toList());
    }

    private static Fields explanation(Explanation explanation) {
        return new Fields()
                .put("reason", explanation.getReason())
                .put("strength", explanation.getStrength())
                .put("text", explanation.getText())
                .put("evidence_ids", explanation.getEvidenceIds());
    }

    private static Fields ruleHit(RuleHit hit) {
        return new Fields()
                .put("rule_id", hit.getRuleId())
                .put("rule_version", hit.getRuleVersion())
                .put("severity", Names.lowerCase(hit.getSeverity()))
                .put("alert_id", hit.getAlertId())
                .put("reason", hit.getReason());
    }
}
