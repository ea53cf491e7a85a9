package org.chartwarden.registry;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * How to reach a registry. Keys and defaults are those of Confluent's own client, so that one configuration serves
 * both.
 *
 * @param urls {@code schema.registry.url}: one or more, separated by commas; the next one is asked when one is away
 * @param authorization the header, from {@code basic.auth.*}, {@code bearer.auth.*} or a user in the URL
 * @param tls from {@code schema.registry.ssl.*}; empty for the JVM's own trust store
 * @param connectTimeout {@code http.connect.timeout.ms}
 * @param readTimeout {@code http.read.timeout.ms}
 * @param maxRetries {@code max.retries}: how often all URLs are tried again when none answered
 * @param retryWait {@code retries.wait.ms}: the pause before the first retry; doubles with each
 * @param retryMaxWait {@code retries.max.wait.ms}: the longest pause
 */
record RegistrySettings(
        List<URI> urls,
        Optional<Password> authorization,
        Optional<SSLContext> tls,
        Duration connectTimeout,
        Duration readTimeout,
        int maxRetries,
        Duration retryWait,
        Duration retryMaxWait) {

    static final String URL = "schema.registry.url";
    static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    static final String READ_TIMEOUT = "http.read.timeout.ms";
    static final String MAX_RETRIES = "max.retries";
    static final String RETRY_WAIT = "retries.wait.ms";
    static final String RETRY_MAX_WAIT = "retries.max.wait.ms";

    private static final ConfigDef DEFINITION = definition();

    RegistrySettings {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new ConfigException(URL + " is not set: it must be the registry's URL, such as http://host:8081.");
        }
        urls.forEach(RegistrySettings::requireHttp);
    }

    /** @throws ConfigException naming the key that is missing or wrong, and what is allowed */
    static RegistrySettings of(Map<String, ?> configuration) {
        AbstractConfig parsed = new AbstractConfig(DEFINITION, configuration, false);
        List<URI> urls =
                parsed.getList(URL).stream().map(RegistrySettings::parse).toList();
        return new RegistrySettings(
                urls.stream().map(Credentials::withoutUserInfo).toList(),
                Credentials.authorization(parsed, urls),
                Tls.context(parsed),
                millis(parsed, CONNECT_TIMEOUT),
                millis(parsed, READ_TIMEOUT),
                parsed.getInt(MAX_RETRIES),
                millis(parsed, RETRY_WAIT),
                millis(parsed, RETRY_MAX_WAIT));
    }

    private static ConfigDef definition() {
        return new ConfigDef()
                .define(URL, Type.LIST, List.of(), Importance.HIGH, "The registry's URLs.")
                .define(CONNECT_TIMEOUT, Type.INT, 60_000, Range.atLeast(1), Importance.LOW, "To connect.")
                .define(READ_TIMEOUT, Type.INT, 60_000, Range.atLeast(1), Importance.LOW, "To answer.")
                .define(MAX_RETRIES, Type.INT, 3, Range.atLeast(0), Importance.LOW, "Rounds after the first.")
                .define(RETRY_WAIT, Type.INT, 1_000, Range.atLeast(0), Importance.LOW, "The first pause.")
                .define(RETRY_MAX_WAIT, Type.INT, 20_000, Range.atLeast(0), Importance.LOW, "The longest pause.")
                .define(
                        Credentials.BASIC_SOURCE,
                        Type.STRING,
                        Credentials.URL,
                        ValidString.in(Credentials.URL, Credentials.USER_INFO),
                        Importance.MEDIUM,
                        "Where user and password are.")
                .define(Credentials.BASIC_USER_INFO, Type.PASSWORD, null, Importance.MEDIUM, "user:password")
                .define(Credentials.BASIC_USER_INFO_PREFIXED, Type.PASSWORD, null, Importance.LOW, "The same.")
                .define(
                        Credentials.BEARER_SOURCE,
                        Type.STRING,
                        null,
                        ValidString.in(null, Credentials.STATIC_TOKEN),
                        Importance.MEDIUM,
                        "Where the token is.")
                .define(Credentials.BEARER_TOKEN, Type.PASSWORD, null, Importance.MEDIUM, "The token.");
    }

    private static URI parse(String url) {
        try {
            return URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
        } catch (IllegalArgumentException e) {
            // Without the value and the cause, which repeats it: a URL may carry a password.
            throw new ConfigException(URL + " holds what is not a URL: it must be like http://host:8081.");
        }
    }

    private static void requireHttp(URI url) {
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null) {
            throw new ConfigException(
                    URL + " is \"" + url + "\": it must be like http://host:8081, https://host or mock://scope.");
        }
    }

    private static Duration millis(AbstractConfig configuration, String key) {
        return Duration.ofMillis(configuration.getInt(key));
    }
}
