package org.chartwarden.streams.topology;

import static org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore;
import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;
import static org.apache.kafka.streams.state.Stores.persistentWindowStore;
import static org.apache.kafka.streams.state.Stores.windowStoreBuilder;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Patient;
import org.chartwarden.model.WatchEntry;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.streams.access.Explaining;
import org.chartwarden.streams.context.CareStore;
import org.chartwarden.streams.context.FamilyNames;
import org.chartwarden.streams.context.PatientStore;
import org.chartwarden.streams.context.WatchList;
import org.chartwarden.streams.context.Workforce;
import org.chartwarden.streams.habit.LearnHabits;
import org.chartwarden.streams.state.HabitCount;

/** The stores of the half that explains. The windowed ones expire by themselves; every one but the global has a changelog. */
final class Stores {

    /** A window store takes what is exactly as old as its retention for expired. */
    private static final Duration SLACK = Duration.ofHours(1);

    /** Entries are points in time, not windows; Streams wants a width all the same. */
    private static final Duration POINT = Duration.ofMillis(1);

    /**
     * A window store's changelog is deleted by age. Its records carry event times, so the broker would delete those of a
     * back-fill at once, and a restored store would have forgotten them: their age must count from arrival.
     */
    private static final Map<String, String> KEPT_FROM_ARRIVAL =
            Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, TimestampType.LOG_APPEND_TIME.name);

    private final TopologyConfig config;
    private final SerdeFactory serdes;

    Stores(TopologyConfig config, SerdeFactory serdes) {
        this.config = config;
        this.serdes = serdes;
    }

    /** In memory and without a changelog: its source topic is compacted and is read anew at each start. */
    StoreBuilder<KeyValueStore<String, WorkforceMember>> workforce() {
        return keyValueStoreBuilder(
                        inMemoryKeyValueStore(Workforce.STORE),
                        Serdes.String(),
                        serdes.valueSerde(WorkforceMember.class))
                .withLoggingDisabled();
    }

    /** The same. */
    StoreBuilder<KeyValueStore<String, WatchEntry>> watchList() {
        return keyValueStoreBuilder(
                        inMemoryKeyValueStore(WatchList.STORE), Serdes.String(), serdes.valueSerde(WatchEntry.class))
                .withLoggingDisabled();
    }

    StoreBuilder<KeyValueStore<String, Patient>> patients() {
        return keyValueStoreBuilder(
                persistentKeyValueStore(PatientStore.STORE), Serdes.String(), serdes.valueSerde(Patient.class));
    }

    StoreBuilder<KeyValueStore<String, CareEvent>> care() {
        return keyValueStoreBuilder(
                persistentKeyValueStore(CareStore.STORE), Serdes.String(), serdes.valueSerde(CareEvent.class));
    }

    /** A few more than are asked for: what is exactly as old as the horizon is no late access. */
    StoreBuilder<WindowStore<String, ExplainedAccess>> knownAccesses() {
        return points(Explaining.KNOWN_ACCESSES, config.horizon(), serdes.valueSerde(ExplainedAccess.class));
    }

    /** An access as late as the horizon still looks back over its whole reach. */
    StoreBuilder<WindowStore<String, String>> pairs() {
        return points(Explaining.PAIRS, config.explanations().ownCare().plus(config.horizon()), Serdes.String())
                .withCachingEnabled();
    }

    StoreBuilder<KeyValueStore<String, Long>> familyNames() {
        return keyValueStoreBuilder(persistentKeyValueStore(FamilyNames.STORE), Serdes.String(), Serdes.Long())
                .withCachingEnabled();
    }

    StoreBuilder<KeyValueStore<String, HabitCount>> habitCounts() {
        return keyValueStoreBuilder(
                        persistentKeyValueStore(LearnHabits.STORE),
                        Serdes.String(),
                        serdes.valueSerde(HabitCount.class))
                .withCachingEnabled();
    }

    private static <V> StoreBuilder<WindowStore<String, V>> points(String name, Duration retention, Serde<V> values) {
        return windowStoreBuilder(
                        persistentWindowStore(name, retention.plus(SLACK), POINT, false), Serdes.String(), values)
                .withLoggingEnabled(KEPT_FROM_ARRIVAL);
    }
}
