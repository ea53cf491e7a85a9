package org.chartwarden.standalone.broker;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.chartwarden.standalone.data.PropertiesFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real single-node KRaft broker: {@code BrokerMain SERVER-PROPERTIES}. Formats its folders at the first start. */
public final class BrokerMain {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerMain.class);

    /**
     * Always the same, so that a format that was cut short by a crash is simply done again: half the folders of one
     * cluster and half of another would be refused for ever. The node never meets another cluster.
     */
    private static final String CLUSTER_ID = "Q2hhcnR3YXJkZW4tMDAwMQ";

    private BrokerMain() {}

    /** @param arguments the path of the server's properties */
    public static void main(String[] arguments) throws Exception {
        Properties properties = PropertiesFile.read(Path.of(arguments[0]));
        format(properties);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "broker-stop"));
        server.startup();
    }

    private static void stop(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Properties properties) throws Exception {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        new Formatter()
                .setPrintStream(new PrintStream(report, true, StandardCharsets.UTF_8))
                .setClusterId(CLUSTER_ID)
                .setNodeId(Integer.parseInt(properties.getProperty("node.id")))
                .setControllerListenerName(properties.getProperty("controller.listener.names"))
                .addDirectory(properties.getProperty("log.dirs"))
                .addDirectory(properties.getProperty("metadata.log.dir"))
                .setMetadataLogDirectory(properties.getProperty("metadata.log.dir"))
                .setIgnoreFormatted(true)
                .run();
        LOG.info("{}", report.toString(StandardCharsets.UTF_8).strip());
    }
}
