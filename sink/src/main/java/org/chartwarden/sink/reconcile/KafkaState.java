package org.chartwarden.sink.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Stage;
import org.chartwarden.sink.elasticsearch.ElasticsearchSink;
import org.chartwarden.sink.kafka.AuditRecords;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.SinkClients;
import org.chartwarden.sink.kafka.TopicFollower;
import org.chartwarden.sink.kafka.UnavailableException;
import org.chartwarden.sink.kafka.ValueReader.UnreadableException;
import org.chartwarden.topic.Topic;
import org.chartwarden.topic.Topic.Cleanup;
import org.chartwarden.topic.Topics;

/** What must be known of Kafka to tell a difference from what has its reason. */
final class KafkaState {

    /** As {@link org.chartwarden.sink.kafka.DeadLetterDesk} writes it. */
    private static final Pattern POSITION = Pattern.compile("partition ([0-9]+) offset ([0-9]+)");

    private static final Duration POLL = Duration.ofMillis(200);

    private final SinkClients clients;

    KafkaState(SinkClients clients) {
        this.clients = clients;
    }

    /** How far the sink has come: what stands before it must be in Elasticsearch. */
    Map<TopicPartition, Long> committed() throws UnavailableException, InterruptedException {
        try (Admin admin = clients.admin()) {
            Map<TopicPartition, Long> committed = new HashMap<>();
            admin.listConsumerGroupOffsets(ElasticsearchSink.GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, position) ->
                            committed.put(partition, position == null ? 0 : position.offset()));
            return committed;
        } catch (ExecutionException e) {
            throw new UnavailableException("Kafka does not tell how far the sink has come.", e.getCause());
        }
    }

    /** Records that the sink gave up. One that was replayed has come again, and that counts. */
    Positions refused(Patience patience) throws UnavailableException, InterruptedException {
        Positions refused = new Positions();
        AuditRecords letters = new AuditRecords(clients, List.of(Topics.DEAD_LETTER));
        try (TopicFollower follower = new TopicFollower(clients, Topics.DEAD_LETTER.name())) {
            follower.catchUp(record -> {
                try {
                    if (letters.read(record, patience) instanceof DeadLetter letter
                            && letter.getStage() == Stage.SINK) {
                        add(letter, refused);
                    }
                } catch (UnreadableException e) {
                    // Whatever it was about shows up as a difference.
                }
            });
        }
        return refused;
    }

    private static void add(DeadLetter letter, Positions refused) {
        Matcher position = POSITION.matcher(letter.getPosition());
        if (position.matches()) {
            refused.add(
                    new TopicPartition(letter.getSource(), Integer.parseInt(position.group(1))),
                    Long.parseLong(position.group(2)));
        }
    }

    /**
     * From which time on a topic is whole. What was told before may have been deleted from it by age; a topic that deleted
     * nothing yet is left out.
     */
    Map<Compared, Instant> oldest(Instant now) throws UnavailableException {
        Map<Compared, Instant> oldest = new EnumMap<>(Compared.class);
        try (Consumer<String, byte[]> consumer = clients.reader()) {
            for (Compared kind : Compared.values()) {
                if (kind.topic().cleanup() == Cleanup.DELETE) {
                    oldest(kind.topic(), consumer, now).ifPresent(time -> oldest.put(kind, time));
                }
            }
            return oldest;
        } catch (KafkaException e) {
            throw new UnavailableException(
                    "Kafka does not tell what it still holds (" + e.getClass().getSimpleName() + ").", e);
        }
    }

    /** The latest of the partitions' first records, since nothing tells in which partition a lost record was. */
    private static Optional<Instant> oldest(Topic<?> topic, Consumer<String, byte[]> consumer, Instant now) {
        List<TopicPartition> all = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(all);
        Set<TopicPartition> shortened = new HashSet<>(all);
        shortened.removeIf(partition -> begins.get(partition) == 0);
        Instant latest = Instant.MIN;
        for (TopicPartition partition : shortened) {
            Instant first = first(partition, begins.get(partition), consumer, now);
            latest = first.isAfter(latest) ? first : latest;
        }
        return Optional.of(latest).filter(time -> !shortened.isEmpty());
    }

    /** @return now, when all was deleted */
    private static Instant first(TopicPartition partition, long begin, Consumer<String, byte[]> consumer, Instant now) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, begin);
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                return Instant.ofEpochMilli(record.timestamp());
            }
        }
        return now;
    }
}
