package org.chartwarden.streams.topology;

import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.streams.context.Timestamps;
import org.chartwarden.streams.failure.WaitingDeserializer;
import org.chartwarden.topic.Topic;

/** How the operators of the topology are joined to topics and stores: named, and with the configured serde. */
final class Channels {

    private static final Duration WAIT_FOR_REGISTRY = Duration.ofSeconds(1);

    private final SerdeFactory serdes;

    Channels(SerdeFactory serdes) {
        this.serdes = serdes;
    }

    <T extends SpecificRecord> Consumed<String, T> from(Topic<T> topic, TimestampExtractor timestamps) {
        return Consumed.with(Serdes.String(), serdes.valueSerde(topic.value()))
                .withTimestampExtractor(timestamps)
                .withName("from-" + topic.name().replace('.', '-'));
    }

    /** @param by which operator writes, when several write to the topic */
    <T extends SpecificRecord> Produced<String, T> into(Topic<T> topic, String by) {
        return Produced.with(Serdes.String(), serdes.valueSerde(topic.value()))
                .withName("into-" + topic.name().replace('.', '-') + "-" + by);
    }

    <T extends SpecificRecord> Repartitioned<String, T> repartitioned(String name, Class<T> value) {
        return Repartitioned.<String, T>as(name).withKeySerde(Serdes.String()).withValueSerde(serdes.valueSerde(value));
    }

    <T extends SpecificRecord> StoreBuilder<KeyValueStore<String, T>> store(String name, Class<T> value) {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.String(), serdes.valueSerde(value));
    }

    StoreBuilder<KeyValueStore<String, String>> texts(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.String());
    }

    /** A small compacted topic that every instance holds in memory, and reads anew at each start. */
    <T extends SpecificRecord> void addGlobal(StreamsBuilder builder, String store, Topic<T> topic) {
        StoreBuilder<KeyValueStore<String, T>> memory = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(store), Serdes.String(), serdes.valueSerde(topic.value()))
                .withLoggingDisabled();
        addGlobal(builder, memory, topic, () -> new KeepNewest<>(store));
    }

    /** The same, kept by an operator that indexes it. */
    <T extends SpecificRecord> void addGlobal(
            StreamsBuilder builder,
            StoreBuilder<KeyValueStore<String, T>> store,
            Topic<T> topic,
            ProcessorSupplier<String, T, Void, Void> keeper) {
        Serde<T> serde = serdes.valueSerde(topic.value());
        Serde<T> waiting = Serdes.serdeFrom(
                serde.serializer(), new WaitingDeserializer<>(serde.deserializer(), WAIT_FOR_REGISTRY));
        builder.addGlobalStore(
                store, topic.name(), from(topic, Timestamps.CONTEXT_FIRST).withValueSerde(waiting), keeper);
    }
}
