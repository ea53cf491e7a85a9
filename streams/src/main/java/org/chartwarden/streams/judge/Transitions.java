package org.chartwarden.streams.judge;

import org.chartwarden.model.AlertStatus;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Counters.Count;

/** Is told of each revision of an alert. */
@FunctionalInterface
interface Transitions {

    Transitions UNHEARD = (before, after) -> {};

    /** @param before null for a new alert */
    void revised(AlertStatus before, AlertStatus after);

    static Transitions counted(Counters counters) {
        return (before, after) -> {
            counters.add(Count.ALERT_REVISION);
            if (before != after) {
                switch (after) {
                    case OPEN -> counters.add(Count.ALERT_OPENED);
                    case EXPLAINED -> counters.add(Count.ALERT_EXPLAINED);
                    case CLOSED -> counters.add(Count.ALERT_CLOSED);
                    case PROVISIONAL -> {
                        // Nobody need act yet: counted when its grace has passed.
                    }
                }
            }
        };
    }
}
