package org.chartwarden.streams.topology;

import static org.apache.kafka.streams.kstream.Named.as;
import static org.chartwarden.streams.context.Timestamps.CONTEXT_FIRST;
import static org.chartwarden.streams.context.Timestamps.EVENT_TIME;
import static org.chartwarden.streams.context.Timestamps.MOVED;

import java.util.List;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.service.Counters;
import org.chartwarden.streams.access.DeskConfig;
import org.chartwarden.streams.access.Duplicates;
import org.chartwarden.streams.access.Explaining;
import org.chartwarden.streams.access.Outcome;
import org.chartwarden.streams.context.Changes;
import org.chartwarden.streams.context.WatchList;
import org.chartwarden.streams.context.Workforce;
import org.chartwarden.streams.habit.Habits;
import org.chartwarden.streams.habit.LearnHabits;
import org.chartwarden.streams.state.Lesson;
import org.chartwarden.topic.Topics;

/**
 * The first half of the data's way, from an access to its reasons. Everything about a patient is partitioned alike, so
 * one task knows all of a patient, and each fact that it learns may change what earlier ones meant.
 *
 * <p>What belongs to a merged patient goes through {@link Topics#MOVED} to the task of the one who is left. That is a
 * topic of the catalogue, since merges may be chains: its reader writes to it, too, which no internal topic can be made
 * for.
 */
final class ExplainTopology {

    private final Changes staff = new Changes();
    private final Explaining explaining;
    private final Stores stores;
    private final Channels channels;

    ExplainTopology(TopologyConfig config, SerdeFactory serdes, Counters counters, Duplicates duplicates) {
        this.explaining = new Explaining(new DeskConfig(
                config.horizon(),
                Topics.CARE.retention(),
                config.explanations(),
                config.zone(),
                counters,
                duplicates,
                staff));
        this.stores = new Stores(config, serdes);
        this.channels = new Channels(serdes);
    }

    /** Adds the stores, but for the standings, which the other half keeps. */
    void addStores(StreamsBuilder builder) {
        builder.addStateStore(stores.patients());
        builder.addStateStore(stores.care());
        builder.addStateStore(stores.familyNames());
        builder.addStateStore(stores.knownAccesses());
        builder.addStateStore(stores.pairs());
        builder.addStateStore(stores.habitCounts());
        channels.addGlobal(builder, stores.workforce(), Topics.WORKFORCE, () -> Workforce.keeper(staff));
        channels.addGlobal(builder, stores.watchList(), Topics.WATCH_LIST, WatchList::keeper);
        channels.addGlobal(builder, Habits.STORE, Topics.HABITS);
    }

    /** Every access with its reasons, in as many revisions as facts arrive; keyed by the patient who is left after merges. */
    KStream<String, ExplainedAccess> explain(StreamsBuilder builder) {
        KStream<String, Outcome> outcomes = explaining
                .accesses(builder.stream(Topics.ACCESS.name(), channels.from(Topics.ACCESS, EVENT_TIME)))
                .merge(
                        explaining.moved(builder.stream(Topics.MOVED.name(), channels.from(Topics.MOVED, MOVED))),
                        as("after-merges"))
                .merge(
                        explaining.care(builder.stream(Topics.CARE.name(), channels.from(Topics.CARE, CONTEXT_FIRST))),
                        as("after-care"))
                .merge(
                        explaining.patients(
                                builder.stream(Topics.PATIENTS.name(), channels.from(Topics.PATIENTS, CONTEXT_FIRST))),
                        as("after-patients"));
        move(outcomes);
        learn(outcomes);
        return outcomes.flatMapValues(
                outcome -> outcome instanceof Outcome.Explained explained ? List.of(explained.access()) : List.of(),
                as("explained"));
    }

    /** The same into its topic, as if nobody judged. */
    void explainOnly(StreamsBuilder builder) {
        explain(builder).to(Topics.EXPLAINED.name(), channels.into(Topics.EXPLAINED, "explain"));
    }

    private void move(KStream<String, Outcome> outcomes) {
        outcomes.flatMapValues(
                        outcome -> outcome instanceof Outcome.Moves moves ? List.of(moves.moved()) : List.of(),
                        as("moves"))
                .to(Topics.MOVED.name(), channels.into(Topics.MOVED, "merges"));
    }

    private void learn(KStream<String, Outcome> outcomes) {
        outcomes.flatMapValues(
                        outcome -> outcome instanceof Outcome.Teaches teaches ? List.of(teaches.lesson()) : List.of(),
                        as("lessons"))
                .repartition(channels.repartitioned("by-habit", Lesson.class))
                .process(LearnHabits::new, as("learn-habits"), LearnHabits.STORE)
                .to(Topics.HABITS.name(), channels.into(Topics.HABITS, "lessons"));
    }
}
