package org.chartwarden.streams.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class WaitingDeserializerTest {

    private final Deque<RuntimeException> troubles = new ArrayDeque<>();

    private final WaitingDeserializer<String> deserializer = new WaitingDeserializer<>(
            (topic, data) -> {
                if (!troubles.isEmpty()) {
                    throw troubles.pop();
                }
                return "read";
            },
            Duration.ofNanos(1));

    @Test
    void shouldWaitUntilTheRegistryAnswers() {
        troubles.addAll(List.of(new TimeoutException("away"), new TimeoutException("away")));

        assertThat(deserializer.deserialize("topic", new byte[0])).isEqualTo("read");
    }

    @Test
    void shouldNotWaitForWhatIsUnreadable() {
        troubles.add(new SerializationException("no Avro"));

        assertThatThrownBy(() -> deserializer.deserialize("topic", new byte[0])).hasMessage("no Avro");
    }
}
