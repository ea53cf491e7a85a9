package org.chartwarden.sink.mail.engine;

import java.util.Collections;
import java.util.Set;

/**
 * Which alerts a recipient wants.
 *
 * @param rules ids of rules; empty: all
 * @param exceptRules ids of rules that are not wanted
 * @param departments ids of the departments of the facilities; empty: all
 */
record Interest(Set<String> rules, Set<String> exceptRules, Set<String> departments) {

    static final Interest EVERYTHING = new Interest(Set.of(), Set.of(), Set.of());

    Interest {
        rules = Set.copyOf(rules);
        exceptRules = Set.copyOf(exceptRules);
        departments = Set.copyOf(departments);
    }

    /** An alert without departments, as a patient's story is, concerns every facility. */
    boolean covers(AlertFacts alert) {
        return (rules.isEmpty() || rules.contains(alert.ruleId()))
                && !exceptRules.contains(alert.ruleId())
                && (departments.isEmpty()
                        || alert.departmentIds().isEmpty()
                        || !Collections.disjoint(departments, alert.departmentIds()));
    }
}
