package org.chartwarden.producers.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Patient;
import org.chartwarden.model.Stage;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.serde.AvroSerde;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.settings.Settings;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.Test;

class KafkaOutputTest {

    private static final Origin ORIGIN = new Origin("a.ndjson", "line 7");

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final SerdeFactory serdes =
            new SerdeFactory(AvroSerde.class.getName(), Map.of("schema.registry.url", "mock://kafka-output"));
    private final KafkaOutput output = new KafkaOutput(producer, serdes);

    @Test
    void shouldSendWithKeyAndOriginAndCompleteOnceAcknowledged() throws Refusal {
        Patient patient = Patient.newBuilder().setPatientId("p").build();

        CompletableFuture<Void> acknowledged =
                output.send(new Outgoing<>(Topics.PATIENTS, "p", patient), ORIGIN, "test");

        assertThat(acknowledged).isNotDone();
        producer.completeNext();
        assertThat(acknowledged).isCompleted();
        assertThat(producer.history()).singleElement().satisfies(sent -> {
            assertThat(sent.topic()).isEqualTo("ehr.patients");
            assertThat(sent.key()).isEqualTo("p");
            assertThat(sent.headers().lastHeader("chartwarden.origin"))
                    .extracting(Header::value)
                    .isEqualTo("a.ndjson, line 7".getBytes());
            assertThat(serdes.valueSerde(Patient.class).deserializer().deserialize("ehr.patients", sent.value()))
                    .isEqualTo(patient);
        });
    }

    @Test
    void shouldFailWhenKafkaDoes() throws Refusal {
        CompletableFuture<Void> acknowledged = output.send(patientOf(10), ORIGIN, "test");

        producer.errorNext(new TimeoutException("too late"));

        assertThat(acknowledged).isCompletedExceptionally();
    }

    @Test
    void shouldRefuseWhatTheTopicCanNeverTake() {
        assertThatThrownBy(() -> output.send(patientOf(1 << 20), ORIGIN, "test"))
                .isInstanceOf(Refusal.class)
                .hasMessageMatching(
                        "The record takes 1,048,[0-9]{3} bytes in the topic ehr.patients, which allows 1,040,384");
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void shouldCountTheKeyAndTheHeaders() {
        int half = 524_000;
        Patient patient = Patient.newBuilder().setPatientId("p".repeat(half)).build();

        assertThatThrownBy(
                        () -> output.send(new Outgoing<>(Topics.PATIENTS, "p".repeat(half), patient), ORIGIN, "test"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The record takes 1,048,0");
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void shouldTakeOnlyTheEndOfALongOrigin() throws Refusal {
        output.send(patientOf(10), new Origin("x".repeat(2 << 20), "line 7"), "test");

        assertThat(producer.history())
                .singleElement()
                .satisfies(sent -> assertThat(
                                sent.headers().lastHeader("chartwarden.origin").value())
                        .hasSize(1_024)
                        .asString()
                        .endsWith("x, line 7"));
    }

    @Test
    void shouldRefuseWhatKafkaSaysIsTooLarge() throws Refusal {
        CompletableFuture<Void> acknowledged = output.send(patientOf(10), ORIGIN, "test");

        producer.errorNext(new RecordTooLargeException("The message is larger than the broker allows"));

        assertThat(acknowledged)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOf(Refusal.class)
                .withMessage("The record is larger than Kafka allows in the topic ehr.patients");
    }

    @Test
    void shouldTakeDeadLetterOfLargestBody() throws Refusal {
        DeadLetter letter = DeadLetter.newBuilder()
                .setDeadLetterId("d")
                .setTime(Instant.EPOCH)
                .setStage(Stage.PRODUCERS)
                .setSource("s")
                .setPosition("p")
                .setReason("r")
                .setRaw(ByteBuffer.allocate(16 << 20))
                .build();

        output.send(new Outgoing<>(Topics.DEAD_LETTER, "d", letter), ORIGIN, "test");

        assertThat(producer.history()).hasSize(1);
    }

    @Test
    void shouldLetNoSettingUndoTheGuarantees() {
        Settings settings = Settings.of(Map.of(
                "kafka.bootstrap.servers", "broker:9092",
                "kafka.acks", "0",
                "kafka.enable.idempotence", "false",
                "kafka.linger.ms", "50"));

        Map<String, Object> configuration = KafkaOutput.configuration(settings);

        assertThat(configuration)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("compression.type", "lz4")
                .containsEntry("max.request.size", 32 << 20)
                .containsEntry("linger.ms", "50")
                .containsEntry("bootstrap.servers", "broker:9092");
    }

    @Test
    void shouldOpenWithoutKafkaWithSettingsThatItsClientAccepts() {
        Settings settings = Settings.of(
                Map.of("kafka.bootstrap.servers", "127.0.0.1:9", "serde.schema.registry.url", "mock://kafka-output"));

        try (KafkaOutput opened = KafkaOutput.open(settings)) {
            assertThat(opened).isNotNull();
        }
    }

    private static Outgoing<?> patientOf(int characters) {
        Patient patient = Patient.newBuilder()
                .setPatientId("p")
                .setFamilyName("x".repeat(characters))
                .build();
        return new Outgoing<>(Topics.PATIENTS, "p", patient);
    }
}
