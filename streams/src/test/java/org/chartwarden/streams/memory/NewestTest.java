package org.chartwarden.streams.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewestTest {

    private final Newest<String, Integer> newest = new Newest<>(2);

    @Test
    void shouldLetGoOfWhatWasAskedForLongestAgo() {
        newest.put("a", 1);
        newest.put("b", 2);
        newest.get("a");
        newest.put("c", 3);

        assertThat(newest.get("a")).isEqualTo(1);
        assertThat(newest.get("b")).isNull();
        assertThat(newest.get("c")).isEqualTo(3);
    }

    @Test
    void shouldMakeWhatItDoesNotHold() {
        assertThat(newest.get("a", key -> 1)).isEqualTo(1);
        assertThat(newest.get("a", key -> 2)).isEqualTo(1);
    }

    @Test
    void shouldHoldNothingAfterItWasCleared() {
        newest.put("a", 1);

        newest.clear();

        assertThat(newest.get("a")).isNull();
    }
}
