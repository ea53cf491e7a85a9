package org.chartwarden.streams.peer;

import java.util.Optional;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.chartwarden.model.PeerBaseline;
import org.chartwarden.streams.rule.Peers;

/** What is usual among peers, as every instance of the topology knows it. */
public final class Baselines implements Peers {

    /** In memory, global; by rule and peer group. */
    public static final String STORE = "baselines";

    private final ReadOnlyKeyValueStore<String, PeerBaseline> store;

    public Baselines(ReadOnlyKeyValueStore<String, PeerBaseline> store) {
        this.store = store;
    }

    @Override
    public Optional<PeerBaseline> of(String ruleId, String peerGroup) {
        return Optional.ofNullable(store.get(PeerKeys.of(ruleId, peerGroup)));
    }
}
