package org.chartwarden.producers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.serde.AvroSerde;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.settings.Settings;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.Test;

class KafkaKnownRecordsTest {

    private static final String TOPIC = Topics.WORKFORCE.name();
    private static final String REGISTRY = "mock://known-records";

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("none");
    private final SerdeFactory serdes =
            new SerdeFactory(AvroSerde.class.getName(), Map.of("schema.registry.url", REGISTRY));
    private final KafkaKnownRecords known = new KafkaKnownRecords(
            Settings.of(Map.of("kafka.bootstrap.servers", "nowhere:1", "serde.schema.registry.url", REGISTRY)),
            configuration -> consumer);

    @Test
    void shouldTellTheNewestOfEachKeyBehindThePrefix() {
        partitions(2);
        consumer.schedulePollTask(() -> {
            add(0, 0, "workforce/u1", member("workforce/u1", "Old"));
            add(0, 1, "workforce/u1", member("workforce/u1", "New"));
            add(0, 2, "workforce/u2", member("workforce/u2", "Gone"));
            add(0, 3, "workforce/u2", null);
            add(1, 0, "contractors/u3", member("contractors/u3", "Other"));
        });
        consumer.schedulePollTask(() -> add(1, 1, "workforce/u4", member("workforce/u4", "Late")));
        consumer.updateEndOffsets(Map.of(new TopicPartition(TOPIC, 0), 4L, new TopicPartition(TOPIC, 1), 2L));

        Collection<WorkforceMember> newest = known.newest(Topics.WORKFORCE, "workforce/");

        assertThat(newest).extracting(WorkforceMember::getFamilyName).containsExactlyInAnyOrder("New", "Late");
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void shouldTellNothingOfAnEmptyTopic() {
        partitions(1);
        consumer.updateEndOffsets(Map.of(new TopicPartition(TOPIC, 0), 0L));

        assertThat(known.newest(Topics.WORKFORCE, "workforce/")).isEmpty();
    }

    private void partitions(int count) {
        List<PartitionInfo> partitions = IntStream.range(0, count)
                .mapToObj(number -> new PartitionInfo(TOPIC, number, Node.noNode(), new Node[0], new Node[0]))
                .toList();
        consumer.updatePartitions(TOPIC, partitions);
        partitions.forEach(
                info -> consumer.updateBeginningOffsets(Map.of(new TopicPartition(TOPIC, info.partition()), 0L)));
    }

    private void add(int partition, long offset, String key, byte[] value) {
        consumer.addRecord(new ConsumerRecord<>(TOPIC, partition, offset, key, value));
    }

    private byte[] member(String recordId, String name) {
        WorkforceMember member = WorkforceMember.newBuilder()
                .setRecordId(recordId)
                .setUserId("u")
                .setFamilyName(name)
                .build();
        return serdes.valueSerde(WorkforceMember.class).serializer().serialize(TOPIC, member);
    }
}
