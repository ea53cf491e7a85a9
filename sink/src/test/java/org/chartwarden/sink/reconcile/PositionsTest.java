package org.chartwarden.sink.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PositionsTest {

    private static final TopicPartition ONE = new TopicPartition("one", 0);

    @Test
    void shouldRememberPlacesHoweverFarApart() {
        Positions positions = new Positions();

        positions.add(ONE, 3);
        positions.add(ONE, 5_000_000_000L);

        assertThat(positions.contains(ONE, 3)).isTrue();
        assertThat(positions.contains(ONE, 5_000_000_000L)).isTrue();
        assertThat(positions.contains(ONE, 4)).isFalse();
        assertThat(positions.contains(ONE, 5_000_000_000L - (1 << 20))).isFalse();
        assertThat(positions.contains(new TopicPartition("one", 1), 3)).isFalse();
        assertThat(positions.topics()).containsExactly("one");
    }
}
