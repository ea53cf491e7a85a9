package org.chartwarden.standalone.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.ClasspathPluginsLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real single Elasticsearch node from Maven Central's jars: {@code ElasticsearchMain HOME HTTP-PORT}. */
public final class ElasticsearchMain {

    private static final Logger LOG = LoggerFactory.getLogger(ElasticsearchMain.class);
    private static final String NODE_NAME = "chartwarden";
    private static final long STOP_SECONDS = 25;

    private ElasticsearchMain() {}

    /** @param arguments the node's home folder and the port of its REST API */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Path configuration = Files.createDirectories(home.resolve("config"));
        NativeLibraries.install(home);
        // Before any class of the server logs; otherwise its logger factory is null.
        LogConfigurator.configureESLogging();
        Environment environment = InternalSettingsPreparer.prepareEnvironment(
                settings(home, arguments[1]), Map.of(), configuration, () -> NODE_NAME);
        Node node = new Node(environment, ClasspathPluginsLoader.of(configuration, HttpPlugin.class));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node), "elasticsearch-stop"));
        node.start();
        // The node's own threads are all daemons.
        new CountDownLatch(1).await();
    }

    private static Settings settings(Path home, String port) {
        return Settings.builder()
                .put("path.home", home.toString())
                .put("cluster.name", "chartwarden")
                .put("node.name", NODE_NAME)
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", port)
                .put("transport.port", "0")
                // The default makes indices read-only on a disk that is 95 % full, however much 5 % may be;
                // the start already required free space.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
    }

    private static void stop(Node node) {
        try {
            node.close();
            if (!node.awaitClose(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.error(
                        "The node did not stop within {} s; what was acknowledged is in its log on disk", STOP_SECONDS);
            }
        } catch (IOException e) {
            LOG.error("The node did not stop in order; what was acknowledged is in its log on disk", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
