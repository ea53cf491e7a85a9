package org.chartwarden.producers.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which no request has begun to be worked on for too long: those that are silent between
 * requests, that never finish the TLS handshake, and that send their header a byte at a time, which no idle timeout
 * notices.
 */
final class StalledConnections extends AbstractLifeCycle implements Connection.Listener {

    private final Scheduler scheduler;
    private final Duration limit;
    private final Map<Connection, Quiet> connections = new ConcurrentHashMap<>();

    /** Since when a connection has answered this many requests, and got no further one. */
    private record Quiet(long answered, long since) {}

    StalledConnections(Scheduler scheduler, Duration limit) {
        this.scheduler = scheduler;
        this.limit = limit;
    }

    @Override
    protected void doStart() {
        scheduleSweep();
    }

    private void scheduleSweep() {
        scheduler.schedule(this::sweep, Math.max(1, limit.toMillis() / 4), TimeUnit.MILLISECONDS);
    }

    @Override
    public void onOpened(Connection connection) {
        // The connection inside it is told of as well.
        if (!(connection instanceof SslConnection)) {
            connections.put(connection, new Quiet(0, System.nanoTime()));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }

    private void sweep() {
        long now = System.nanoTime();
        connections.forEach((connection, quiet) -> {
            long answered = connection.getMessagesOut();
            boolean working = connection.getMessagesIn() > answered;
            if (working || answered != quiet.answered()) {
                connections.replace(connection, new Quiet(answered, now));
            } else if (now - quiet.since() > limit.toNanos()) {
                connection.getEndPoint().close();
            }
        });
        if (isRunning() || isStarting()) {
            scheduleSweep();
        }
    }
}
