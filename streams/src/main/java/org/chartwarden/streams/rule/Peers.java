package org.chartwarden.streams.rule;

import java.util.Optional;
import org.chartwarden.model.PeerBaseline;

/** What is usual among people of the same department and role. */
public interface Peers {

    /** When nothing is known. */
    Peers NONE = (ruleId, peerGroup) -> Optional.empty();

    /** @param peerGroup department id, a slash and a role */
    Optional<PeerBaseline> of(String ruleId, String peerGroup);
}
