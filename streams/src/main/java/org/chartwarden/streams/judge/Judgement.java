package org.chartwarden.streams.judge;

import java.util.List;
import java.util.Optional;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.streams.rule.DayTotal;

/**
 * What came out for one fact.
 *
 * @param access with its rule hits; empty when the fact was none, or the access is judged elsewhere now
 * @param alerts those that it opened or revised, each in its new revision
 * @param closedDays days of the user that are over, for the baselines of the peers
 */
public record Judgement(Optional<ExplainedAccess> access, List<Alert> alerts, List<DayTotal> closedDays) {

    public Judgement {
        alerts = List.copyOf(alerts);
        closedDays = List.copyOf(closedDays);
    }

    Judgement with(List<Alert> revised) {
        return new Judgement(access, revised, closedDays);
    }

    static Judgement onlyAlerts(List<Alert> alerts) {
        return new Judgement(Optional.empty(), alerts, List.of());
    }
}
