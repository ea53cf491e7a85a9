package org.chartwarden.standalone.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.chartwarden.settings.Settings;

/**
 * How many records each consumer group has still to read.
 *
 * <p>A difference of offsets alone would never reach 0: transactions leave markers behind the last record, and a group
 * does not always commit beyond them. So a short remainder is read, and only real records are counted.
 */
public final class Lags implements AutoCloseable {

    /** Above this many offsets the difference is reported as it is. */
    private static final long WORTH_READING = 500;

    private static final Duration POLL = Duration.ofMillis(200);

    private final Admin admin;
    private final Consumer<byte[], byte[]> consumer;

    private Lags(Admin admin, Consumer<byte[], byte[]> consumer) {
        this.admin = admin;
        this.consumer = consumer;
    }

    public static Lags open(Settings settings) {
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        Admin admin = Admin.create(properties);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        return new Lags(admin, new KafkaConsumer<>(properties, bytes, bytes));
    }

    /** Records of the topic that the group has not yet committed; 0 when the topic does not exist. */
    public long of(String group, String topic) {
        try {
            List<TopicPartition> partitions = partitions(topic);
            if (partitions.isEmpty()) {
                return 0;
            }
            Map<TopicPartition, Long> begin = offsets(partitions, OffsetSpec.earliest());
            Map<TopicPartition, Long> end = offsets(partitions, OffsetSpec.latest());
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, Long> from = new HashMap<>();
            long distance = 0;
            for (TopicPartition partition : partitions) {
                OffsetAndMetadata offset = committed.get(partition);
                long position = offset == null ? begin.get(partition) : offset.offset();
                if (position < end.get(partition)) {
                    from.put(partition, position);
                    distance += end.get(partition) - position;
                }
            }
            return distance == 0 || distance > WORTH_READING ? distance : records(from, end);
        } catch (ExecutionException e) {
            throw new KafkaException("The lag of " + group + " on " + topic + " could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }

    /** How many records the topic holds; the difference of its offsets when they are many. */
    public long size(String topic) {
        return of("nobody", topic);
    }

    /** The topics through which Kafka Streams hands records on inside an application. */
    public List<String> repartitionTopics(String applicationId) {
        try {
            return admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(applicationId + "-") && name.endsWith("-repartition"))
                    .sorted()
                    .toList();
        } catch (ExecutionException e) {
            throw new KafkaException("The topics of " + applicationId + " could not be listed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }

    private List<TopicPartition> partitions(String topic) throws ExecutionException, InterruptedException {
        if (!admin.listTopics().names().get().contains(topic)) {
            return List.of();
        }
        TopicDescription description = admin.describeTopics(List.of(topic))
                .topicNameValues()
                .get(topic)
                .get();
        return description.partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, ListOffsetsResultInfo> infos = admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which)))
                .all()
                .get();
        return infos.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private long records(Map<TopicPartition, Long> from, Map<TopicPartition, Long> end) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        long count = 0;
        List<TopicPartition> open = new ArrayList<>(from.keySet());
        while (!open.isEmpty()) {
            count += consumer.poll(POLL).count();
            open.removeIf(partition -> consumer.position(partition) >= end.get(partition));
            if (count > WORTH_READING) {
                return count;
            }
        }
        return count;
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
