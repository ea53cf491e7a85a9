package org.chartwarden.streams.rule;

import java.util.List;
import java.util.Optional;
import org.chartwarden.streams.state.SubjectProfile;

/**
 * What the rules found in one access.
 *
 * @param hits in the order of the rules' ids, accumulating rules last, and of each rule in order of time
 * @param withdrawals what earlier hits must give back; to be applied before the hits
 * @param changed what to remember of the subject from now on; empty when nothing changed
 * @param closedDays totals of a day that is over, for the baselines of peers
 */
public record Finding(
        List<Hit> hits, List<Withdrawal> withdrawals, Optional<SubjectProfile> changed, List<DayTotal> closedDays) {

    public Finding {
        hits = List.copyOf(hits);
        withdrawals = List.copyOf(withdrawals);
        closedDays = List.copyOf(closedDays);
    }
}
