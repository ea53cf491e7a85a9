package org.chartwarden.producers.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.chartwarden.producers.MemoryOutput;
import org.chartwarden.producers.source.Delivery.Fate;
import org.chartwarden.service.SourceMeter.SourceCount;
import org.junit.jupiter.api.Test;

class DeliveryTest {

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
}
