package org.chartwarden.streams.judge;

import java.util.List;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ExplainedAccess;

/**
 * What came out for one access.
 *
 * @param access with its rule hits
 * @param alerts those that it opened or revised, each in its new revision
 */
public record Judgement(ExplainedAccess access, List<Alert> alerts) {

    public Judgement {
        alerts = List.copyOf(alerts);
    }
}
