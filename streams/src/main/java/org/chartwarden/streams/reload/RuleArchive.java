package org.chartwarden.streams.reload;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.chartwarden.model.RuleText;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.streams.rule.RulePack;
import org.chartwarden.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the text of each rule that begins to judge, once: years later an alert's evidence still shows what its rule said.
 * It looks every few seconds whether the rules were swapped, and tries again when Kafka does not take them.
 */
public final class RuleArchive implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RuleArchive.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Map<String, Object> kafka;
    private final SerdeFactory serdes;
    private final Supplier<RulePack> rules;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rule-archive");
        thread.setDaemon(true);
        return thread;
    });

    private RulePack written;

    /**
     * @param kafka the clients' configuration
     * @param rules those that judge right now
     */
    public RuleArchive(Map<String, String> kafka, SerdeFactory serdes, Supplier<RulePack> rules, Clock clock) {
        this.kafka = Map.copyOf(kafka);
        this.serdes = serdes;
        this.rules = rules;
        this.clock = clock;
    }

    /** Begins to look. */
    public void start() {
        timer.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        RulePack current = rules.get();
        if (current == written) {
            return;
        }
        try {
            write(current);
            written = current;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            // A task that throws would never run again.
            LOG.warn("The texts of the rules could not be written to {}; tried again", Topics.RULES.name(), e);
        }
    }

    private void write(RulePack pack) throws InterruptedException, ExecutionException {
        Set<String> known = known();
        List<RuleText> texts = pack.rules().stream()
                .map(rule -> RuleTexts.of(rule, clock))
                .filter(text -> !known.contains(text.getRuleTextId()))
                .toList();
        Map<String, Object> configuration = new HashMap<>(kafka);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        try (KafkaProducer<String, RuleText> producer = new KafkaProducer<>(
                configuration,
                new StringSerializer(),
                serdes.valueSerde(RuleText.class).serializer())) {
            for (RuleText text : texts) {
                producer.send(new ProducerRecord<>(Topics.RULES.name(), text.getRuleTextId(), text))
                        .get();
            }
        }
    }

    /** @throws KafkaException when the topic cannot be read */
    private Set<String> known() {
        Map<String, Object> configuration = new HashMap<>(kafka);
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        Set<String> ids = new HashSet<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.RULES.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> ids.add(record.key()));
            }
        }
        return ids;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The texts of the rules are still being written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
