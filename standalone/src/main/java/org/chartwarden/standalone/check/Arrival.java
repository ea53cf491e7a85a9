package org.chartwarden.standalone.check;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.chain.Sealer;
import org.chartwarden.sink.elasticsearch.ElasticsearchSink;
import org.chartwarden.topic.Topics;

/**
 * Waits until all that is sealed, and the chain's pages, have arrived in Elasticsearch as far as they are in Kafka now.
 * Unlike {@link Drain} it comes to an end while more keeps coming.
 */
public final class Arrival {

    private static final long PAUSE_MILLIS = 100;

    private Arrival() {}

    /** @return whether it arrived before the patience ended */
    public static boolean await(Settings settings, Duration patience) throws InterruptedException {
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        Instant deadline = Instant.now().plus(patience);
        try (Admin admin = Admin.create(properties)) {
            Map<TopicPartition, Long> ends = ends(admin);
            while (!isPast(ends, admin)) {
                if (Instant.now().isAfter(deadline)) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
            return true;
        } catch (ExecutionException e) {
            throw new KafkaException("What has arrived in Elasticsearch could not be read", e.getCause());
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        var topics = Stream.concat(Sealer.TOPICS.stream(), Stream.of(Topics.CHAIN_PAGES.name()))
                .toList();
        for (TopicDescription topic :
                admin.describeTopics(topics).allTopicNames().get().values()) {
            topic.partitions()
                    .forEach(one -> latest.put(new TopicPartition(topic.name(), one.partition()), OffsetSpec.latest()));
        }
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .filter(end -> end.getValue().offset() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static boolean isPast(Map<TopicPartition, Long> ends, Admin admin)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(ElasticsearchSink.GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata position = committed.get(end.getKey());
            return position != null && position.offset() >= end.getValue();
        });
    }
}
