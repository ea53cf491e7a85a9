package org.chartwarden.producers.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.Optional;
import org.chartwarden.producers.net.TlsIdentity;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server: bounded in connections, threads, header bytes and the time it gives its clients. */
final class FhirServer implements AutoCloseable {

    private static final int HEADER_BYTES = 16 * 1024;

    /** Threads beside those that wait for Kafka: they accept, and turn away. */
    private static final int SPARE_THREADS = 24;

    /** How long a connection on which nothing is being done stays open when the server stops. */
    private static final int SHUTDOWN_MILLIS = 100;

    private final Javalin server;

    private FhirServer(Javalin server) {
        this.server = server;
    }

    /** @param port 0 for any free one */
    static FhirServer start(String host, int port, Optional<TlsIdentity> tls, HttpLimits limits, FhirRoutes routes) {
        Javalin server = Javalin.create(config -> {
            quiet(config);
            config.jetty.threadPool =
                    new QueuedThreadPool(limits.requests() + SPARE_THREADS, SPARE_THREADS / 2, 60_000);
            config.jetty.modifyServer(jetty -> graceful(jetty, limits.patience()));
            config.jetty.addConnector((jetty, http) -> connector(jetty, http, host, port, tls, limits));
            routes.register(config.routes);
        });
        return new FhirServer(server.start());
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
    }

    /** What is being stored when the server stops is still answered. */
    private static void graceful(Server jetty, Duration patience) {
        jetty.setHandler(new GracefulHandler());
        jetty.setStopTimeout(patience.plusSeconds(5).toMillis());
    }

    private static ServerConnector connector(
            Server jetty, HttpConfiguration http, String host, int port, Optional<TlsIdentity> tls, HttpLimits limits) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        ServerConnector connector = new ServerConnector(jetty, protocols(http, tls));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.setShutdownIdleTimeout(SHUTDOWN_MILLIS);
        connector.addBean(new NetworkConnectionLimit(limits.connections(), connector));
        connector.addBean(new StalledConnections(connector.getScheduler(), limits.arrival()));
        return connector;
    }

    private static ConnectionFactory[] protocols(HttpConfiguration http, Optional<TlsIdentity> tls) {
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        if (tls.isEmpty()) {
            return new ConnectionFactory[] {plain};
        }
        // Clients inside a hospital often connect by address, and send no name that a certificate could match.
        http.addCustomizer(new SecureRequestCustomizer(false));
        SslContextFactory.Server secure = new SslContextFactory.Server();
        secure.setSslContext(tls.get().context());
        secure.setIncludeProtocols(TlsIdentity.PROTOCOLS.toArray(String[]::new));
        secure.setNeedClientAuth(tls.get().mutual());
        return new ConnectionFactory[] {new SslConnectionFactory(secure, plain.getProtocol()), plain};
    }

    int port() {
        return server.port();
    }

    Optional<String> problem() {
        return server.jettyServer().server().isRunning()
                ? Optional.empty()
                : Optional.of("The HTTP server does not run");
    }

    @Override
    public void close() {
        server.stop();
    }
}
