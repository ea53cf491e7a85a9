package org.chartwarden.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrySettingsTest {

    @Test
    void shouldHaveTheDefaultsOfConfluentsClient() {
        RegistrySettings settings =
                RegistrySettings.of(Map.of("schema.registry.url", "http://one:8081/, https://two/apis/ccompat/v7"));

        assertThat(settings)
                .isEqualTo(new RegistrySettings(
                        List.of(URI.create("http://one:8081"), URI.create("https://two/apis/ccompat/v7")),
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60),
                        3,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(20)));
    }

    @Test
    void shouldReadEveryKey() {
        RegistrySettings settings = RegistrySettings.of(Map.of(
                "schema.registry.url", "http://one:8081",
                "http.connect.timeout.ms", "1",
                "http.read.timeout.ms", "2",
                "max.retries", "3",
                "retries.wait.ms", "4",
                "retries.max.wait.ms", "5"));

        assertThat(settings)
                .isEqualTo(new RegistrySettings(
                        List.of(URI.create("http://one:8081")),
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        3,
                        Duration.ofMillis(4),
                        Duration.ofMillis(5)));
    }

    @Test
    void shouldMissTheUrl() {
        assertThatThrownBy(() -> SchemaRegistry.connect(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("schema.registry.url is not set: it must be the registry's URL, such as http://host:8081.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            schema.registry.url                         | localhost:8081 | schema.registry.url is "localhost:8081": it must be like http://host:8081, https://host or mock://scope.
            schema.registry.url                         | http://a b     | schema.registry.url holds what is not a URL: it must be like http://host:8081.
            max.retries                                 | -1             | Invalid value -1 for configuration max.retries: Value must be at least 0
            http.read.timeout.ms                        | soon           | Invalid value soon for configuration http.read.timeout.ms: Not a number of type INT
            basic.auth.credentials.source               | SASL_INHERIT   | Invalid value SASL_INHERIT for configuration basic.auth.credentials.source: String must be one of: URL, USER_INFO
            bearer.auth.credentials.source              | OAUTHBEARER    | Invalid value OAUTHBEARER for configuration bearer.auth.credentials.source: String must be one of: null, STATIC_TOKEN
            schema.registry.ssl.endpoint.identification.algorithm | ''   | schema.registry.ssl.endpoint.identification.algorithm must be https or not set: the name in the registry's certificate is always checked.
            """)
    void shouldSayWhatIsAllowed(String key, String value, String message) {
        Map<String, String> configuration = new HashMap<>(Map.of("schema.registry.url", "http://one:8081"));
        configuration.put(key, value);

        assertThatThrownBy(() -> SchemaRegistry.connect(configuration))
                .isInstanceOf(ConfigException.class)
                .hasMessage(message);
    }
}
