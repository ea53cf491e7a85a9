package org.chartwarden.sink.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    private final AtomicReference<String> problem = new AtomicReference<>();
    private final Patience patience = new Patience(problem);

    @ParameterizedTest
    @CsvSource({"1, PT0.1S", "2, PT0.2S", "7, PT6.4S", "8, PT10S", "100, PT10S", "2147483647, PT10S"})
    void shouldPauseLongerEachTimeUpToALimit(int failures, Duration pause) {
        assertThat(Patience.pauseAfter(failures)).isEqualTo(pause);
    }

    @Test
    void shouldTryUntilItSucceedsAndThenHaveNoProblem() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();

        String result = patience.insist(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new UnavailableException("away");
            }
            assertThat(problem).hasValue("away");
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(tries).hasValue(3);
        assertThat(problem).hasValue(null);
    }

    @Test
    void shouldEndWhenCancelledAndLeaveTheProblemToBeSeen() {
        patience.cancel();

        assertThatThrownBy(() -> patience.insist(() -> {
                    throw new UnavailableException("away");
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(problem).hasValue("away");
    }

    @Test
    void shouldNotEndWorkThatSucceedsThoughItWasCancelled() throws InterruptedException {
        patience.cancel();

        assertThat(patience.<String>insist(() -> "done")).isEqualTo("done");
        assertThatThrownBy(patience::throwIfCancelled).isInstanceOf(CancellationException.class);
    }
}
