package org.chartwarden.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    /** {@code warden:sesame} in Base64. */
    private static final String BASIC = "Basic d2FyZGVuOnNlc2FtZQ==";

    private ScriptedRegistry server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedRegistry();
        server.answering(200, "[]");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldSayNothingUnlessTold() {
        ask(Map.of());

        assertThat(server.requests().get(0).authorization()).isNull();
    }

    @Test
    void shouldSendUserAndPassword() {
        ask(Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "warden:sesame"));

        assertThat(server.requests().get(0).authorization()).isEqualTo(BASIC);
    }

    @Test
    void shouldKnowTheOlderNameOfTheKey() {
        ask(Map.of(
                "basic.auth.credentials.source", "USER_INFO", "schema.registry.basic.auth.user.info", "warden:sesame"));

        assertThat(server.requests().get(0).authorization()).isEqualTo(BASIC);
    }

    @Test
    void shouldTakeUserAndPasswordOutOfTheUrl() {
        ask(Map.of("schema.registry.url", server.url().replace("//", "//warden:sesame@")));

        assertThat(server.requests().get(0).authorization()).isEqualTo(BASIC);
    }

    @Test
    void shouldNotTellThePasswordInAnError() {
        server.close();

        assertThatThrownBy(() -> ask(Map.of("schema.registry.url", server.url().replace("//", "//warden:sesame@"))))
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessageStartingWith("The schema registry " + server.url())
                .hasMessageNotContaining("sesame");
    }

    @Test
    void shouldSendABearerToken() {
        ask(Map.of("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", "open"));

        assertThat(server.requests().get(0).authorization()).isEqualTo("Bearer open");
    }

    @Test
    void shouldMissTheUserInfo() {
        assertThatThrownBy(() -> ask(Map.of("basic.auth.credentials.source", "USER_INFO")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("basic.auth.user.info is not set:"
                        + " with basic.auth.credentials.source=USER_INFO it must be user:password.");
    }

    @Test
    void shouldMissTheToken() {
        assertThatThrownBy(() -> ask(Map.of("bearer.auth.credentials.source", "STATIC_TOKEN")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("bearer.auth.token is not set:"
                        + " with bearer.auth.credentials.source=STATIC_TOKEN it must be the token.");
    }

    private void ask(Map<String, String> configuration) {
        Map<String, String> completed = new HashMap<>(configuration);
        completed.putIfAbsent("schema.registry.url", server.url());
        completed.put("max.retries", "0");
        SchemaRegistry.connect(completed).subjects();
    }
}
