package org.chartwarden.sink.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.clients.consumer.internals.AbstractPartitionAssignor;
import org.apache.kafka.common.TopicPartition;

/**
 * Gives every partition to one member of the group; the others stand by. For work that needs an order over everything,
 * such as a hash chain, or the number of mails to one recipient in an hour.
 */
public final class SoleReaderAssignor extends AbstractPartitionAssignor {

    @Override
    public String name() {
        return "sole-reader";
    }

    @Override
    public Map<String, List<TopicPartition>> assign(
            Map<String, Integer> partitionsPerTopic,
            Map<String, ConsumerPartitionAssignor.Subscription> subscriptions) {
        Map<String, List<TopicPartition>> assignment = new HashMap<>();
        subscriptions.keySet().forEach(member -> assignment.put(member, new ArrayList<>()));
        String sole = subscriptions.keySet().stream().min(String::compareTo).orElseThrow();
        partitionsPerTopic.forEach((topic, partitions) -> {
            for (int partition = 0; partition < partitions; partition++) {
                assignment.get(sole).add(new TopicPartition(topic, partition));
            }
        });
        return assignment;
    }
}
