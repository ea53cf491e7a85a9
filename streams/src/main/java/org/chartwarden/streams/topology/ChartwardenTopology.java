package org.chartwarden.streams.topology;

import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.service.Counters;
import org.chartwarden.streams.access.Duplicates;
import org.chartwarden.streams.judge.JudgeSettings;
import org.chartwarden.streams.rule.RulePack;

/**
 * The data's way from an access to its judgement: explain first, then judge. Pure: it reads and writes nothing when it is
 * made.
 *
 * <p>Accesses, patients and care are keyed by patient and partitioned alike, so one task knows all of a patient. Small
 * things that every task needs are known to every instance. Between the halves, accesses are partitioned anew by user.
 */
public final class ChartwardenTopology implements Supplier<Topology> {

    private final ExplainTopology explaining;
    private final JudgeTopology judging;

    /**
     * @param rules those that run; may change at any time
     * @param duplicates told of each copy that is recognised
     */
    public ChartwardenTopology(
            TopologyConfig config,
            Supplier<RulePack> rules,
            SerdeFactory serdes,
            Counters counters,
            Duplicates duplicates) {
        this.explaining = new ExplainTopology(config, serdes, counters, duplicates);
        this.judging = new JudgeTopology(
                new JudgeSettings(config.zone(), config.horizon(), config.grace(), config.alertIds()),
                rules,
                serdes,
                counters);
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();
        explaining.addStores(builder);
        judging.addStores(builder);
        judging.judge(builder, explaining.explain(builder));
        return builder.build();
    }

    /** The first half alone, into the same topic, judged by nobody: for a bench to compare with the whole. */
    public Topology explainingOnly() {
        StreamsBuilder builder = new StreamsBuilder();
        explaining.addStores(builder);
        judging.addStandings(builder);
        explaining.explainOnly(builder);
        return builder.build();
    }
}
