package org.chartwarden.standalone.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.Ports;
import org.chartwarden.standalone.data.PropertiesFile;
import org.chartwarden.standalone.process.JavaProgram;
import org.chartwarden.standalone.process.ManagedProcess;
import org.chartwarden.standalone.process.Probe;

/**
 * The embedded Kafka broker: broker and controller in one process, on loopback.
 *
 * @param process the broker, not started
 * @param bootstrapServers where clients begin
 */
public record KafkaServer(ManagedProcess process, String bootstrapServers) {

    private static final String NAME = "kafka";

    /** A dead letter carries a whole source message; HL7 and FHIR messages with embedded documents are large. */
    private static final String LARGEST_MESSAGE_BYTES = Integer.toString(32 << 20);

    /** Ten years: a consumer's position must outlive any pause, else accesses would be read twice or never. */
    private static final String OFFSETS_RETENTION_MINUTES = Integer.toString(10 * 365 * 24 * 60);

    /** Prepares the broker over the directory's {@code kafka} folder. */
    public static KafkaServer in(DataDirectory directory, Ports ports) {
        Path folder = directory.folder(NAME);
        int port = ports.take(NAME);
        String bootstrapServers = "127.0.0.1:" + port;
        Path file = folder.resolve("server.properties");
        PropertiesFile.write(file, settings(folder, bootstrapServers, "127.0.0.1:" + ports.take("kafka-controller")));
        JavaProgram program = JavaProgram.of(NAME, BrokerMain.class, "-Xmx384m").withArguments(file.toString());
        Probe probe = ready(Probe.tcp(port), bootstrapServers);
        return new KafkaServer(new ManagedProcess(program, directory.processFiles(NAME), probe), bootstrapServers);
    }

    static Properties settings(Path folder, String broker, String controller) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        // Static voters: unlike dynamic ones they are not stored, so the port may change between runs.
        settings.put("controller.quorum.voters", "1@" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://" + broker + ",CONTROLLER://" + controller);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", folder.resolve("data").toString());
        // Apart from the data: a second broker over the same folders is then refused before it writes.
        settings.put("metadata.log.dir", folder.resolve("metadata").toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("message.max.bytes", LARGEST_MESSAGE_BYTES);
        settings.put("replica.fetch.max.bytes", LARGEST_MESSAGE_BYTES);
        settings.put("offsets.retention.minutes", OFFSETS_RETENTION_MINUTES);
        settings.put("group.initial.rebalance.delay.ms", "0");
        // The default of 128 MiB would take a third of the heap.
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
        settings.putAll(singleNode("offsets.topic"));
        settings.putAll(singleNode("transaction.state.log"));
        settings.put("transaction.state.log.min.isr", "1");
        return settings;
    }

    private static Map<String, String> singleNode(String topic) {
        return Map.of(topic + ".replication.factor", "1", topic + ".num.partitions", "4");
    }

    /** An open port is not enough: the broker must have joined its controller and been unfenced. */
    private static Probe ready(Probe listening, String bootstrapServers) {
        return () -> {
            if (!listening.isReady()) {
                return false; // spares the client's warnings about a refused connection
            }
            try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
                long patience = Probe.PATIENCE.toMillis();
                return !admin.describeCluster()
                        .nodes()
                        .get(patience, TimeUnit.MILLISECONDS)
                        .isEmpty();
            } catch (ExecutionException | TimeoutException e) {
                return false; // not yet
            }
        };
    }
}
