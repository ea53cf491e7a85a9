package org.chartwarden.sink.reconcile;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** Any number of records by their places in Kafka: a bit for each offset. */
public final class Positions {

    /** Offsets are counted in blocks, so that a topic may have been written to for years. */
    private static final int BLOCK = 1 << 20;

    private final Map<TopicPartition, Map<Long, BitSet>> blocks = new HashMap<>();

    public void add(TopicPartition partition, long offset) {
        blocks.computeIfAbsent(partition, none -> new HashMap<>())
                .computeIfAbsent(offset / BLOCK, none -> new BitSet())
                .set((int) (offset % BLOCK));
    }

    public boolean contains(TopicPartition partition, long offset) {
        BitSet block = blocks.getOrDefault(partition, Map.of()).get(offset / BLOCK);
        return block != null && block.get((int) (offset % BLOCK));
    }

    /** Names of the topics of which any record is in it. */
    public Set<String> topics() {
        return blocks.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
    }
}
