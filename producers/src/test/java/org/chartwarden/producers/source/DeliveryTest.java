package org.chartwarden.producers.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.MemoryOutput;
import org.chartwarden.producers.source.Delivery.Fate;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.service.Counters;
import org.chartwarden.service.SourceMeter;
import org.chartwarden.service.SourceMeter.SourceCount;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    static {
        TrustedClasses.ensure();
    }

    private final MemoryOutput output = new MemoryOutput();
    private final Delivery delivery = output.delivery(Clock.systemUTC());

    @Test
    void shouldKeepTheRecordThatAReaderFailedOn() {
        RecordReader faulty = new RecordReader() {
            @Override
            public String feed() {
                return "faulty";
            }

            @Override
            public List<Outgoing<?>> read(byte[] raw) {
                throw new IllegalStateException("Mrs. Example");
            }
        };

        Delivery.Delivered delivered = delivery.deliver(faulty, new byte[] {1, 2}, new Origin("file", "line 1"));

        assertThat(delivered.fate()).isEqualTo(Fate.DEAD_LETTERED);
        assertThat(output.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.getRaw().array()).containsExactly(1, 2);
            assertThat(letter.getFeed()).isEqualTo("faulty");
            assertThat(letter.getReason())
                    .startsWith("The record could not be read for a fault of Chartwarden (IllegalStateException at ")
                    .doesNotContain("Example");
        });
        assertThat(delivery.meter().get(SourceCount.RECEIVED)).isEqualTo(1);
        assertThat(delivery.meter().get(SourceCount.DEAD_LETTERED)).isEqualTo(1);
        assertThat(delivery.meter().get(SourceCount.PRODUCED)).isZero();
    }

    /** A broker that allows less than the topic catalogue says so when it has the record. */
    @Test
    void shouldKeepWhatKafkaRefusesLate() {
        List<Outgoing<?>> stored = new ArrayList<>();
        RecordOutput refusing = new RecordOutput() {
            @Override
            public CompletableFuture<Void> send(Outgoing<?> record, Origin origin, String source) {
                if (record.topic() != Topics.DEAD_LETTER) {
                    return CompletableFuture.failedFuture(new Refusal("The record is too large"));
                }
                stored.add(record);
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        SourceMeter meter = new SourceMeter(meters, "test", Clock.systemUTC());
        Delivery late = new Delivery("test", refusing, new Counters(meters), meter, Clock.systemUTC());
        WorkforceMember member =
                WorkforceMember.newBuilder().setRecordId("r").setUserId("u").build();
        RecordReader reader = new RecordReader() {
            @Override
            public String feed() {
                return "test";
            }

            @Override
            public List<Outgoing<?>> read(byte[] raw) {
                return List.of(new Outgoing<>(Topics.WORKFORCE, "r", member));
            }
        };

        Delivery.Delivered delivered = late.deliver(reader, new byte[] {3}, new Origin("file", "line 1"));

        assertThat(delivered.acknowledged()).isCompleted();
        assertThat(stored)
                .singleElement()
                .satisfies(record ->
                        assertThat(((DeadLetter) record.value()).getReason()).isEqualTo("The record is too large"));
        assertThat(meter.get(SourceCount.RECEIVED)).isEqualTo(1);
        assertThat(meter.get(SourceCount.DEAD_LETTERED)).isEqualTo(1);
        assertThat(meter.get(SourceCount.PRODUCED)).isZero();
    }
}
