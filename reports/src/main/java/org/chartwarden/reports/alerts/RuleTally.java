package org.chartwarden.reports.alerts;

import java.util.Optional;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Decision;
import org.chartwarden.reports.Words;
import org.chartwarden.reports.data.AlertRow;
import org.chartwarden.sink.search.RuleCounts;

/** What became of one rule's alerts. */
final class RuleTally {

    private final String name;
    private long raised;
    private long explained;
    private long open;
    private long confirmed;
    private long dismissed;
    private long otherwise;

    RuleTally(String name) {
        this.name = name;
    }

    void add(AlertRow alert) {
        raised++;
        explained += alert.status() == AlertStatus.EXPLAINED ? 1 : 0;
        open += alert.status() == AlertStatus.OPEN ? 1 : 0;
        Optional<Decision> decision = alert.decision();
        if (decision.isPresent()) {
            if (RuleCounts.confirms(decision.get())) {
                confirmed++;
            } else if (RuleCounts.dismisses(decision.get())) {
                dismissed++;
            } else {
                otherwise++;
            }
        }
    }

    String name() {
        return name;
    }

    long raised() {
        return raised;
    }

    /** By late paperwork, before anybody had to act. */
    long explained() {
        return explained;
    }

    long open() {
        return open;
    }

    long confirmed() {
        return confirmed;
    }

    long dismissed() {
        return dismissed;
    }

    /** Decided, but neither way. */
    long otherwise() {
        return otherwise;
    }

    long decided() {
        return confirmed + dismissed + otherwise;
    }

    /** The share of the confirmed ones among the confirmed and the dismissed. */
    String precision() {
        return Words.share(confirmed, confirmed + dismissed);
    }
}
