package org.chartwarden.sink.chain.verify;

import java.time.Instant;
import org.chartwarden.model.ChainLink;

/** When the documents happened whose page is missing: what no other page seals may have been sealed by it. */
final class LostPages {

    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    void add(ChainLink link) {
        first = link.getFirstTime().isBefore(first) ? link.getFirstTime() : first;
        last = link.getLastTime().isAfter(last) ? link.getLastTime() : last;
    }

    boolean mayHaveSealed(Instant time) {
        return !time.isBefore(first) && !time.isAfter(last);
    }
}
