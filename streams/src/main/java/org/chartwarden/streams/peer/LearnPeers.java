package org.chartwarden.streams.peer;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.chartwarden.model.PeerBaseline;
import org.chartwarden.streams.rule.DayTotal;
import org.chartwarden.streams.state.PeerDay;
import org.chartwarden.streams.state.PeerDays;

/** Learns what is usual among peers from each day that is over. Keyed by rule and peer group. */
public final class LearnPeers implements Processor<String, PeerDay, String, PeerBaseline> {

    /** By rule and peer group: {@link PeerDays}. */
    public static final String STORE = "peer-days";

    private ProcessorContext<String, PeerBaseline> context;
    private KeyValueStore<String, PeerDays> store;

    /** One day on its way here, under the key of its peer group. */
    public static KeyValue<String, PeerDay> day(String userId, DayTotal total) {
        return KeyValue.pair(
                PeerKeys.of(total.ruleId(), total.peerGroup()),
                PeerDay.newBuilder()
                        .setRuleId(total.ruleId())
                        .setPeerGroup(total.peerGroup())
                        .setUserId(userId)
                        .setDay(total.day())
                        .setCount(total.count())
                        .build());
    }

    @Override
    public void init(ProcessorContext<String, PeerBaseline> context) {
        this.context = context;
        this.store = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, PeerDay> record) {
        PeerDay day = record.value();
        PeerDays days = PeerGroup.with(store.get(record.key()), day.getUserId(), day.getDay(), day.getCount());
        store.put(record.key(), days);
        context.forward(record.withValue(PeerGroup.baseline(day.getRuleId(), day.getPeerGroup(), days)));
    }
}
