package org.chartwarden.reports.disclosures;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartwarden.model.Decision;
import org.chartwarden.reports.data.AccessQueries;
import org.chartwarden.reports.data.AccessRow;
import org.chartwarden.reports.data.AlertRow;
import org.chartwarden.sink.search.AuditReader;
import org.chartwarden.sink.search.Documents;
import org.chartwarden.sink.search.RuleCounts;

/** Tells what an access is in an accounting, by what is on record of it and by what officers decided. */
final class Classifier {

    /** Of HL7 v3-PurposeOfUse: public health, research, marketing, government. */
    private static final Set<String> ACCOUNTED_PURPOSES = Set.of(
            "PUBHLTH",
            "DISASTER",
            "THREAT",
            "HRESCH",
            "BIORCH",
            "CLINTRCH",
            "CLINTRCHNPC",
            "CLINTRCHPC",
            "PRECLINTRCH",
            "DSRCH",
            "POARCH",
            "TRANSRCH",
            "HMARKT",
            "GOV");
    /** Of the same: the patient's request, the family's, that of who holds power of attorney, of a support network. */
    private static final Set<String> PATIENTS_PURPOSES = Set.of("PATRQT", "FAMRQT", "PWATRNY", "SUPNWK");

    /** More in one request, and Elasticsearch would refuse it some day. */
    private static final int MOST_IDS = 1_000;

    private final Map<String, Decision> decisions;

    private Classifier(Map<String, Decision> decisions) {
        this.decisions = decisions;
    }

    /** @param accesses those that will be classified */
    static Classifier read(AuditReader search, Query accesses) throws IOException {
        Set<String> alertIds = new HashSet<>();
        search.read(
                Documents.ACCESSES,
                AccessQueries.all(accesses, AccessQueries.has("rule.id")),
                document -> alertIds.addAll(new AccessRow(document).alertIds()));
        List<String> all = new ArrayList<>(alertIds);
        Map<String, Decision> decisions = new HashMap<>();
        for (int from = 0; from < all.size(); from += MOST_IDS) {
            List<String> some = all.subList(from, Math.min(all.size(), from + MOST_IDS));
            search.read(Documents.ALERTS, AccessQueries.oneOf("event.id", some), document -> {
                AlertRow alert = new AlertRow(document);
                alert.decision().ifPresent(decision -> decisions.put(alert.alertId(), decision));
            });
        }
        return new Classifier(decisions);
    }

    /** @param access one that opened the chart */
    Basis basis(AccessRow access) {
        Set<Decision> found = EnumSet.noneOf(Decision.class);
        access.alertIds().stream().filter(decisions::containsKey).forEach(id -> found.add(decisions.get(id)));
        if (found.stream().anyMatch(RuleCounts::confirms)) {
            return Basis.VIOLATION;
        }
        if (declares(access, ACCOUNTED_PURPOSES)) {
            return Basis.DECLARED_PURPOSE;
        }
        if (isThePatients(access) || found.contains(Decision.SELF_ACCESS)) {
            return Basis.EXCLUDED_PATIENT;
        }
        if (access.explained() || found.stream().anyMatch(Classifier::accountsForIt)) {
            return Basis.EXCLUDED_PURPOSE;
        }
        return access.category().equals("export") ? Basis.LEFT_THE_SYSTEM : Basis.UNSETTLED;
    }

    private static boolean declares(AccessRow access, Set<String> purposes) {
        return !Collections.disjoint(access.purposes(), purposes);
    }

    private static boolean isThePatients(AccessRow access) {
        boolean own = access.userId().isPresent() && access.userId().equals(access.patientsUserId());
        return own || declares(access, PATIENTS_PURPOSES);
    }

    /** An officer found the reason that was not on record. */
    private static boolean accountsForIt(Decision decision) {
        return switch (decision) {
            case APPROPRIATE, DOCUMENTATION_GAP -> true;
            case SELF_ACCESS, VIOLATION_UNINTENTIONAL, VIOLATION_CURIOSITY, VIOLATION_MALICIOUS -> false;
            case UNSUBSTANTIATED, REFERRED, DUPLICATE -> false;
        };
    }
}
