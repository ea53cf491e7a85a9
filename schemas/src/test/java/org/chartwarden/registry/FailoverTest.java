package org.chartwarden.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailoverTest {

    private ScriptedRegistry first;
    private ScriptedRegistry second;

    @BeforeEach
    void start() throws IOException {
        first = new ScriptedRegistry();
        second = new ScriptedRegistry();
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void shouldAskAgainWhenTheRegistryMayRecover(int status) {
        first.answering(status, "").answering(status, "").answering(200, "[]");

        registry(first.url(), 2).subjects();

        assertThat(first.requestLines()).containsExactly("GET /subjects", "GET /subjects", "GET /subjects");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422})
    void shouldNotRepeatWhatTheRegistryRefused(int status) {
        first.answering(status, "{}");

        assertThatThrownBy(() -> registry(first.url(), 2).subjects()).isInstanceOf(SchemaRegistryException.class);
        assertThat(first.requestLines()).hasSize(1);
    }

    @Test
    void shouldGiveUpAfterTheRetries() {
        first.answering(503, "").answering(503, "").answering(503, "");

        assertThatThrownBy(() -> registry(first.url(), 2).subjects())
                .isInstanceOfSatisfying(SchemaRegistryException.class, error -> {
                    assertThat(error.status()).isEqualTo(503);
                    assertThat(error.retriable()).isTrue();
                });
        assertThat(first.requestLines()).hasSize(3);
    }

    @Test
    void shouldGoOnWithTheNextRegistryAndStayThere() {
        String away = first.url();
        first.close();
        second.answering(200, "[]").answering(200, "[\"a-value\"]");
        SchemaRegistry registry = registry(away + "," + second.url(), 0);

        registry.subjects();

        assertThat(registry.subjects()).containsExactly("a-value");
        assertThat(second.requestLines()).hasSize(2);
    }

    @Test
    void shouldComeBackWhenTheNextRegistryFailsToo() {
        first.answering(503, "").answering(200, "[]");
        second.answering(200, "[]").answering(503, "");
        SchemaRegistry registry = registry(first.url() + "," + second.url(), 0);

        registry.subjects();
        registry.subjects();

        assertThat(first.requestLines()).hasSize(2);
        assertThat(second.requestLines()).hasSize(2);
    }

    @Test
    void shouldNameTheRegistryThatDoesNotAnswer() {
        first.close();

        assertThatThrownBy(() -> registry(first.url(), 0).subjects())
                .isInstanceOfSatisfying(
                        SchemaRegistryException.class,
                        error -> assertThat(error.retriable()).isTrue())
                .hasMessageStartingWith("The schema registry " + first.url() + " did not answer: ");
    }

    @Test
    void shouldStopWhenInterruptedInAPause() {
        first.answering(503, "");
        SchemaRegistry registry = SchemaRegistry.connect(Map.of(
                "schema.registry.url", first.url(), "retries.wait.ms", "20000", "http.read.timeout.ms", "20000"));
        Thread test = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            org.awaitility.Awaitility.await()
                    .until(() -> test.getState() == Thread.State.TIMED_WAITING
                            && first.requestLines().size() == 1);
            test.interrupt();
        });
        interrupter.start();

        assertThatThrownBy(registry::subjects).isInstanceOf(InterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static SchemaRegistry registry(String urls, int retries) {
        return SchemaRegistry.connect(
                Map.of("schema.registry.url", urls, "max.retries", Integer.toString(retries), "retries.wait.ms", "1"));
    }
}
