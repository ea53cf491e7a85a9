package org.chartwarden.streams.peer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chartwarden.model.PeerBaseline;
import org.chartwarden.streams.rule.DayTotal;
import org.chartwarden.streams.rule.Peers;
import org.chartwarden.streams.state.PeerDays;

/** Learns what is usual among peers in memory, as {@link LearnPeers} does in the topology. For one thread. */
public final class PeerHistory implements Peers {

    private final Map<String, PeerDays> groups = new HashMap<>();

    /** Takes a day of the user in. */
    public void add(String userId, DayTotal total) {
        groups.compute(
                PeerKeys.of(total.ruleId(), total.peerGroup()),
                (key, known) -> PeerGroup.with(known, userId, total.day(), total.count()));
    }

    @Override
    public Optional<PeerBaseline> of(String ruleId, String peerGroup) {
        return Optional.ofNullable(groups.get(PeerKeys.of(ruleId, peerGroup)))
                .map(days -> PeerGroup.baseline(ruleId, peerGroup, days));
    }
}
