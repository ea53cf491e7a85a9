package org.chartwarden.standalone.check;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.chartwarden.registry.RestSchemaRegistry;
import org.chartwarden.registry.SchemaRegistryException;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.search.AuditSearch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks each part of the system whether it is well. */
public final class Health {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * One part's answer.
     *
     * @param detail what it counts or where it is; what is wrong when it is not well
     */
    public record Part(String name, boolean well, String detail) {}

    private final Settings settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public Health(Settings settings) {
        this.settings = settings;
    }

    /** Kafka, the registry, Elasticsearch and the mail server. */
    public List<Part> servers() throws InterruptedException {
        List<Part> parts = new ArrayList<>();
        parts.add(kafka());
        parts.add(registry());
        parts.add(elasticsearch());
        parts.add(mail());
        return parts;
    }

    /**
     * Our services, by their own word.
     *
     * @param ports of /health and /metrics on this machine, by the service's name
     */
    public List<Part> services(Map<String, Integer> ports) throws InterruptedException {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, Integer> service : ports.entrySet()) {
            parts.add(service(service.getKey(), "http://127.0.0.1:" + service.getValue()));
        }
        return parts;
    }

    /**
     * What each source has done, by all services that count it; one that does not answer is left out.
     *
     * @param ports as for {@link #services}
     */
    public List<SourceLine> sources(Map<String, Integer> ports) throws InterruptedException {
        List<String> metrics = new ArrayList<>();
        for (int port : ports.values()) {
            try {
                metrics.add(get("http://127.0.0.1:" + port + "/metrics").body());
            } catch (IOException e) {
                LOG.debug("The service on port {} does not answer, which its own line says", port, e);
            }
        }
        return SourceLine.of(metrics);
    }

    private Part service(String name, String url) throws InterruptedException {
        try {
            HttpResponse<String> health = get(url + "/health");
            if (health.statusCode() != 200) {
                return new Part(name, false, health.body().strip());
            }
            List<String> counts = get(url + "/metrics")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("chartwarden_") && !line.endsWith(" 0.0"))
                    .filter(line -> !SourceLine.isOfSource(line))
                    .map(Health::count)
                    .toList();
            return new Part(name, true, counts.isEmpty() ? "nothing yet" : String.join(", ", counts));
        } catch (IOException e) {
            return new Part(name, false, "does not answer at " + url);
        }
    }

    /** {@code chartwarden_dead_lettered_total 3.0} reads "3 dead lettered". */
    private static String count(String line) {
        String[] parts = line.split(" ");
        String what = parts[0].replace("chartwarden_", "").replace("_total", "").replace('_', ' ');
        return "%,d %s".formatted((long) Double.parseDouble(parts[1]), what);
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private Part kafka() throws InterruptedException {
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        String where = properties.getProperty("bootstrap.servers");
        try (Admin admin = Admin.create(properties)) {
            int brokers = admin.describeCluster()
                    .nodes()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .size();
            return new Part("kafka", true, brokers + (brokers == 1 ? " broker, " : " brokers, ") + where);
        } catch (ExecutionException | TimeoutException e) {
            return new Part("kafka", false, "does not answer at " + where);
        }
    }

    private Part registry() {
        String where = settings.serde().get("schema.registry.url");
        try {
            int subjects = new RestSchemaRegistry(settings.serde()).subjects().size();
            return new Part("registry", true, subjects + " subjects, " + where);
        } catch (SchemaRegistryException e) {
            return new Part("registry", false, e.getMessage());
        }
    }

    private Part elasticsearch() {
        String where = settings.text(Setting.ELASTICSEARCH_URL);
        try (AuditSearch search = AuditSearch.open(settings)) {
            AuditSearch.Counts counts = search.counts();
            return new Part(
                    "elasticsearch",
                    true,
                    "%,d accesses (%,d explained), %,d alerts, %s"
                            .formatted(counts.accesses(), counts.explained(), counts.alerts(), where));
        } catch (IOException | RuntimeException e) {
            // The client throws unchecked exceptions of several libraries; all mean the same here.
            return new Part("elasticsearch", false, "does not answer at " + where + ": " + e.getMessage());
        }
    }

    private Part mail() {
        InetSocketAddress address =
                new InetSocketAddress(settings.text(Setting.MAIL_HOST), settings.integer(Setting.MAIL_PORT));
        String where = address.getHostString() + ":" + address.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) PATIENCE.toMillis());
            return new Part("mail server", true, where);
        } catch (IOException e) {
            return new Part("mail server", false, "does not answer at " + where);
        }
    }
}
