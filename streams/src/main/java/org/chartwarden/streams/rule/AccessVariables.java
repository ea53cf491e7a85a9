package org.chartwarden.streams.rule;

import static org.chartwarden.streams.rule.Variable.choice;
import static org.chartwarden.streams.rule.Variable.derived;
import static org.chartwarden.streams.rule.Variable.text;
import static org.chartwarden.streams.rule.Variable.told;

import java.time.Duration;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Outcome;

/** What a condition can say of the act. */
final class AccessVariables {

    static final Variable CATEGORY = choice(
            "access.category",
            AccessCategory.RECORD,
            "RECORD, SEARCH, EXPORT, AUTHENTICATION, SECURITY (an alert of the source) or OTHER",
            access -> access.getAccess().getCategory());

    static final Variable OUTCOME = choice(
            "access.outcome",
            Outcome.SUCCESS,
            "anything but SUCCESS showed no data",
            access -> access.getAccess().getOutcome());

    static final Variable EXPLAINED =
            told("access.explained", false, "a reason on record accounts for it", ExplainedAccess::getExplained);

    static final Variable EMERGENCY = told(
            "access.emergency",
            false,
            "the user declared an emergency",
            access -> access.getAccess().getEmergency());

    static final Variable WORKSTATION = told(
            "access.workstation",
            "",
            "network address of the user's device",
            access -> text(access.getAccess().getNetworkAddress()));

    static final Variable HIT_SCORE = told(
            "access.hitScore",
            0L,
            "the highest risk score of the other rules that hit this access; 0 when none did",
            access -> (long) access.getRuleHits().stream()
                    .mapToInt(hit -> Rule.Consequence.scoreOf(hit.getSeverity()))
                    .max()
                    .orElse(0));

    static final List<Variable> ALL = List.of(
            choice(
                    "access.action",
                    Action.R,
                    "C, R, U, D or E",
                    access -> access.getAccess().getAction()),
            CATEGORY,
            OUTCOME,
            derived(
                    "access.opened",
                    true,
                    "a chart, or a part of it, was shown: RECORD or EXPORT with SUCCESS",
                    facts -> List.of("RECORD", "EXPORT").contains(facts.text(CATEGORY.word()))
                            && facts.text(OUTCOME.word()).equals("SUCCESS")),
            EXPLAINED,
            told(
                    "access.reasons",
                    List.of(),
                    "names of the reasons found, weak ones too",
                    access -> access.getExplanations().stream()
                            .map(Explanation::getReason)
                            .toList()),
            EMERGENCY,
            told(
                    "access.first",
                    false,
                    "the user had not opened this patient's record before, as far as is remembered",
                    ExplainedAccess::getFirstOfPair),
            told(
                    "access.interactive",
                    false,
                    "the source says that a human being acted",
                    access -> access.getAccess().getInteractive()),
            told(
                    "access.objectType",
                    "",
                    "the FHIR resource type that was touched",
                    access -> text(access.getAccess().getObjectType())),
            told(
                    "access.purposes",
                    List.of(),
                    "purposes of use, as codes",
                    access -> access.getAccess().getPurposeOfUse()),
            told(
                    "access.sourceSystem",
                    "",
                    "the system that recorded the act",
                    access -> text(access.getAccess().getSourceSystem())),
            told(
                    "access.securityLabels",
                    List.of(),
                    "codes of how sensitive what was touched is",
                    access -> access.getAccess().getSecurityLabels()),
            told(
                    "access.queryParameters",
                    List.of(),
                    "names of the search parameters, never their values",
                    access -> access.getAccess().getQueryParameters()),
            WORKSTATION,
            derived(
                    "access.network",
                    "",
                    "of the workstation: the first two numbers of an IPv4 address, the first three groups of an IPv6"
                            + " address, the domain of a host name",
                    facts -> Network.of(facts.text(WORKSTATION.word()))),
            told("access.seconds", -1L, "how long the chart lay open", access -> seconds(access.getAccess())),
            derived(
                    "access.day",
                    "",
                    "the local date, such as 2026-01-05",
                    facts -> facts.day().toString()),
            HIT_SCORE);

    private AccessVariables() {}

    private static Long seconds(AccessEvent access) {
        return access.getEndTime() == null
                ? -1L
                : Math.max(
                        0,
                        Duration.between(access.getTime(), access.getEndTime()).toSeconds());
    }
}
