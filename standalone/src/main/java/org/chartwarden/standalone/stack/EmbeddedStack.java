package org.chartwarden.standalone.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.broker.KafkaServer;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.HostResources;
import org.chartwarden.standalone.data.Ports;
import org.chartwarden.standalone.elasticsearch.ElasticsearchServer;
import org.chartwarden.standalone.mail.Mailbox;
import org.chartwarden.standalone.process.ManagedProcess;
import org.chartwarden.standalone.registry.RegistryServer;

/**
 * The real servers, started by us on loopback ports: a Kafka broker, a schema registry and an Elasticsearch node, each a
 * child process, and a mailbox in this one. Their data survives a stop and a crash.
 */
public final class EmbeddedStack implements Stack, AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final KafkaServer kafka;
    private final RegistryServer registry;
    private final ElasticsearchServer elasticsearch;
    private final int smtpPort;
    private final Path mailFolder;
    private Mailbox mailbox;

    private EmbeddedStack(DataDirectory directory, Ports ports) {
        kafka = KafkaServer.in(directory, ports);
        registry = RegistryServer.in(directory, ports);
        elasticsearch = ElasticsearchServer.in(directory, ports);
        smtpPort = ports.take("mail");
        mailFolder = directory.folder("mail");
    }

    /**
     * Starts all servers at once and waits until each can be used.
     *
     * @param directory stays open; the caller closes it after the stack
     * @param ports where a requested port is taken, nothing is started
     * @throws StackException when the machine is short of something, or a server does not start; none is left running
     */
    public static EmbeddedStack start(DataDirectory directory, Ports ports, Progress progress)
            throws InterruptedException {
        HostResources.measure(directory.root()).requireEnough();
        EmbeddedStack stack = new EmbeddedStack(directory, ports);
        try {
            stack.start(progress);
            return stack;
        } catch (RuntimeException | InterruptedException e) {
            stack.close();
            throw e;
        }
    }

    private void start(Progress progress) throws InterruptedException {
        long begin = System.nanoTime();
        processes().forEach(ManagedProcess::start);
        mailbox = Mailbox.start(mailFolder, smtpPort);
        ManagedProcess.awaitReady(
                processes(),
                START_LIMIT,
                process -> progress.ready(process.name(), Duration.ofNanos(System.nanoTime() - begin)));
    }

    /** The server processes in the order of the data's way: Kafka, registry, Elasticsearch. */
    public List<ManagedProcess> processes() {
        return List.of(kafka.process(), registry.process(), elasticsearch.process());
    }

    /** Which server has ended by itself, and where its log is; empty when all run. */
    public Optional<String> problem() {
        return processes().stream()
                .map(ManagedProcess::problem)
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public URI schemaRegistryUrl() {
        return registry.url();
    }

    @Override
    public URI elasticsearchUrl() {
        return elasticsearch.url();
    }

    @Override
    public SmtpAddress smtp() {
        return new SmtpAddress("127.0.0.1", smtpPort);
    }

    /** Stops the servers, those at the end of the data's way first; what they hold stays. */
    @Override
    public void close() {
        if (mailbox != null) {
            mailbox.close();
        }
        List<ManagedProcess> backwards = new ArrayList<>(processes());
        Collections.reverse(backwards);
        backwards.forEach(ManagedProcess::close);
    }
}
