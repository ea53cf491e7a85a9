package org.chartwarden.standalone.bench.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.chartwarden.settings.Settings;
import org.chartwarden.topic.Topics;

/** What the broker says of the topics: how much was written, and when. */
final class BrokerRecords implements AutoCloseable {

    /** What the topology writes of the catalogue. */
    private static final Set<String> OUTPUTS = Set.of(
            Topics.EXPLAINED.name(),
            Topics.ALERTS.name(),
            Topics.HABITS.name(),
            Topics.BASELINES.name(),
            Topics.STANDINGS.name(),
            Topics.MOVED.name());

    private final Admin admin;

    BrokerRecords(Settings settings) {
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        this.admin = Admin.create(properties);
    }

    /**
     * How many records were ever written.
     *
     * <p>With transactions, their markers count, too: a topology that works at least once tells the records alone.
     */
    record Written(long changelog, long repartition, long output) {

        Written since(Written before) {
            return new Written(changelog - before.changelog, repartition - before.repartition, output - before.output);
        }
    }

    Written written() {
        Map<String, Long> ends = ends();
        return new Written(
                sum(ends, "-changelog"),
                sum(ends, "-repartition"),
                ends.entrySet().stream()
                        .filter(entry -> OUTPUTS.contains(entry.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum());
    }

    private static long sum(Map<String, Long> ends, String suffix) {
        return ends.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(suffix))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** When the broker stored the newest record of a topic, in milliseconds since 1970; -1 when there is none. */
    long newest(String topic) {
        return offsets(Set.of(topic), OffsetSpec.maxTimestamp()).values().stream()
                .mapToLong(ListOffsetsResultInfo::timestamp)
                .max()
                .orElse(-1);
    }

    /** Throws away all topics, those too that Kafka Streams made for itself. */
    void deleteAll() {
        try {
            admin.deleteTopics(names()).all().get();
        } catch (ExecutionException e) {
            throw new KafkaException("The topics could not be deleted", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }

    /** By topic, over all its partitions. */
    Map<String, Long> ends() {
        Map<String, Long> ends = new HashMap<>();
        try {
            offsets(names(), OffsetSpec.latest())
                    .forEach((partition, info) -> ends.merge(partition.topic(), info.offset(), Long::sum));
        } catch (ExecutionException e) {
            throw new KafkaException("The topics could not be listed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
        return ends;
    }

    private Set<String> names() throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get();
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(Set<String> topics, OffsetSpec which) {
        try {
            List<TopicPartition> partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(BrokerRecords::partitions)
                    .toList();
            return admin.listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, each -> which)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("The offsets could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(each -> new TopicPartition(topic.name(), each.partition()));
    }

    @Override
    public void close() {
        admin.close();
    }
}
