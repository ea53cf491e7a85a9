package org.chartwarden.producers.net;

import io.netty.bootstrap.AbstractBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.EventExecutorGroup;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import javax.net.ssl.SSLHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How every listener begins and ends. */
final class Listening {

    /** A little longer than Kafka's client takes to give up. */
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(35);

    private static final Duration LOOK = Duration.ofMillis(5);
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    private Listening() {}

    static Channel bind(AbstractBootstrap<?, ?> bootstrap, String name, String host, int port) {
        ChannelFuture bound = bootstrap.bind(host, port).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new ListenException(
                    "%s cannot listen on %s:%d (%s)"
                            .formatted(name, host, port, bound.cause().getMessage()),
                    bound.cause());
        }
        LOG.info("{} listens on {}", name, bound.channel().localAddress());
        return bound.channel();
    }

    /** Without the port, so that a message that is sent again over another connection has the same origin. */
    static String host(SocketAddress sender) {
        // Null when the connection is gone already.
        return sender instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress()
                : "an unknown address";
    }

    /** What happened, without what arrived: the message about a record that is not TLS would quote it. */
    static String kind(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof SSLHandshakeException
                ? "TLS handshake: " + cause.getMessage()
                : cause.getClass().getSimpleName();
    }

    /** Waits until all that was taken is acknowledged, but not for ever. */
    static void awaitNone(IntSupplier left, String name, String what) {
        long end = System.nanoTime() + LONGEST_CLOSE.toNanos();
        while (left.getAsInt() > 0
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        if (left.getAsInt() > 0) {
            LOG.error(
                    "{} closed while {} {} had messages that Kafka had not acknowledged", name, left.getAsInt(), what);
        }
    }

    static void stop(EventExecutorGroup threads) {
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
