package org.chartwarden.standalone.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes something into each server of a stack, and reads it back. */
final class StackContents {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final TopicPartition PARTITION = new TopicPartition("kept", 0);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Stack stack;

    StackContents(Stack stack) {
        this.stack = stack;
    }

    void createTopic() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(kafka())) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    Set<String> topics() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(kafka())) {
            return admin.listTopics().names().get();
        }
    }

    void produce(String value) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(kafka(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", value)).get();
        }
    }

    /** All records up to the end of the topic. */
    List<String> records() {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(kafka(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
            long deadline = System.nanoTime() + LIMIT.toNanos();
            List<String> values = new ArrayList<>();
            while (consumer.position(PARTITION) < end && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofMillis(200))) {
                    values.add(each.value());
                }
            }
            return values;
        }
    }

    private Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", stack.bootstrapServers());
    }

    /** @return the registry's answer, which holds the schema's id */
    String registerSchema() throws IOException, InterruptedException {
        return call(
                "POST", stack.schemaRegistryUrl() + "/subjects/kept-value/versions", "{\"schema\":\"\\\"string\\\"\"}");
    }

    String subjects() throws IOException, InterruptedException {
        return call("GET", stack.schemaRegistryUrl() + "/subjects", "");
    }

    void index(String document) throws IOException, InterruptedException {
        call("PUT", stack.elasticsearchUrl() + "/kept/_doc/1", document);
    }

    String document() throws IOException, InterruptedException {
        return call("GET", stack.elasticsearchUrl() + "/kept/_source/1", "");
    }

    private static String call(String method, String address, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .timeout(LIMIT)
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(
                    method + " " + address + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
