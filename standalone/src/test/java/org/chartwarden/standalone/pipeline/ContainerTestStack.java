package org.chartwarden.standalone.pipeline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.Ports;
import org.chartwarden.standalone.mail.Mailbox;
import org.chartwarden.standalone.process.ManagedProcess;
import org.chartwarden.standalone.stack.SmtpAddress;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;

/** The official images, of the versions of docker-compose.yml. The mailbox stays in this process: tests read its files. */
final class ContainerTestStack implements TestStack {

    private static final int REGISTRY_PORT = 8080;

    private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.3.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_MESSAGE_MAX_BYTES", "33554432")
            .withEnv("KAFKA_REPLICA_FETCH_MAX_BYTES", "33554432");

    private final GenericContainer<?> registry = new GenericContainer<>("apicurio/apicurio-registry:3.0.9")
            .withExposedPorts(REGISTRY_PORT)
            .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects"));

    private final ElasticsearchContainer elasticsearch = new ElasticsearchContainer(
                    "docker.elastic.co/elasticsearch/elasticsearch:8.19.21")
            .withEnv("xpack.security.enabled", "false")
            .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m");

    private final SmtpAddress smtp;
    private final Mailbox mailbox;

    ContainerTestStack(DataDirectory data, Ports ports) {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "no Docker engine answers, so the container run is skipped");
        Startables.deepStart(List.of(kafka, registry, elasticsearch)).join();
        smtp = new SmtpAddress("127.0.0.1", ports.take("mail"));
        mailbox = Mailbox.start(data.folder("mail"), smtp.port());
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public URI schemaRegistryUrl() {
        return URI.create(
                "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT) + "/apis/ccompat/v7");
    }

    @Override
    public URI elasticsearchUrl() {
        return URI.create("http://" + elasticsearch.getHttpHostAddress());
    }

    @Override
    public SmtpAddress smtp() {
        return smtp;
    }

    @Override
    public Optional<ManagedProcess> elasticsearch() {
        return Optional.empty();
    }

    @Override
    public void close() {
        mailbox.close();
        elasticsearch.close();
        registry.close();
        kafka.close();
    }
}
