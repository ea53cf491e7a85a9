package org.chartwarden.sink.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits where the consumer stands rather than the last record's offset: behind a transaction stands a marker, which a
 * reader of committed records passes without seeing it. Committing record offsets would leave a lag of one for ever.
 */
final class PositionCommits {

    private static final Logger LOG = LoggerFactory.getLogger(PositionCommits.class);

    private final Consumer<?, ?> consumer;
    private final Map<TopicPartition, Long> committed = new HashMap<>();

    PositionCommits(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    /** Commits the positions that moved since the last call. Only to be called when all polled records are through. */
    void commit() {
        Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            position(partition, moved);
        }
        if (moved.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(moved);
            moved.forEach((partition, position) -> committed.put(partition, position.offset()));
        } catch (CommitFailedException | RebalanceInProgressException e) {
            LOG.info("The group is being rebalanced: {} positions are left to the next owner", moved.size());
        }
    }

    private void position(TopicPartition partition, Map<TopicPartition, OffsetAndMetadata> moved) {
        try {
            long position = consumer.position(partition, Duration.ZERO);
            if (!Long.valueOf(position).equals(committed.get(partition))) {
                moved.put(partition, new OffsetAndMetadata(position));
            }
        } catch (TimeoutException e) {
            LOG.debug("The position of {} is not known yet", partition, e);
        }
    }

    /** After a new assignment. */
    void forget() {
        committed.clear();
    }
}
