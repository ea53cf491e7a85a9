package org.chartwarden.registry;

import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/**
 * TLS as Kafka's own clients do it, by the same keys behind {@code schema.registry.}: JKS, PKCS12 and PEM, a trust
 * store, and a key store for a client certificate.
 */
final class Tls {

    private static final String PREFIX = "schema.registry.";
    private static final String HOST_NAME_CHECK = SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG;

    private Tls() {}

    /** Empty when no key of {@code schema.registry.ssl.*} is set. */
    static Optional<SSLContext> context(AbstractConfig configuration) {
        Map<String, Object> ssl = configuration.originalsWithPrefix(PREFIX);
        ssl.keySet().removeIf(key -> !key.startsWith("ssl."));
        if (ssl.isEmpty()) {
            return Optional.empty();
        }
        ConfigDef definition = new ConfigDef();
        SslConfigs.addClientSslSupport(definition);
        Map<String, ?> values = new AbstractConfig(definition, ssl, false).values();
        if (!"https".equalsIgnoreCase(String.valueOf(values.get(HOST_NAME_CHECK)))) {
            throw new ConfigException(PREFIX + HOST_NAME_CHECK + " must be https or not set: the name in the registry's"
                    + " certificate is always checked.");
        }
        return Optional.of(context(values));
    }

    private static SSLContext context(Map<String, ?> values) {
        try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
            factory.configure(values);
            return factory.sslContext();
        } catch (KafkaException e) {
            throw (ConfigException) new ConfigException(PREFIX + "ssl.*: " + e.getMessage()).initCause(e);
        }
    }
}
