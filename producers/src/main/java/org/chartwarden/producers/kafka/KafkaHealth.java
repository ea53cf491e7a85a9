package org.chartwarden.producers.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.chartwarden.settings.Settings;

/** Whether Kafka answers. */
public final class KafkaHealth implements AutoCloseable {

    private static final int LIMIT_MILLIS = 2_000;

    private final Admin admin;

    private KafkaHealth(Admin admin) {
        this.admin = admin;
    }

    public static KafkaHealth open(Settings settings) {
        Map<String, Object> configuration = new HashMap<>(settings.kafka());
        configuration.put(AdminClientConfig.CLIENT_ID_CONFIG, "chartwarden-producers-health");
        return new KafkaHealth(Admin.create(configuration));
    }

    /** What is wrong, in one sentence; empty when Kafka answers. Takes two seconds at most. */
    public Optional<String> problem() {
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(LIMIT_MILLIS))
                    .clusterId()
                    .get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of("Kafka does not answer: " + e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("Interrupted while asking Kafka");
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
