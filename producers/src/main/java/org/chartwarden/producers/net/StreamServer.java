package org.chartwarden.producers.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Listens on TCP, with TLS or without: thousands of connections, each cut into messages, in bounded memory and time (see
 * {@link StreamLimits}). A message is handed to the handler in its connection's order, by a worker, so that a handler that
 * has to wait holds up no reading but its own; answers are written in the order of the messages.
 */
public final class StreamServer implements SocketServer {

    private static final int EVENT_LOOPS = 2;
    private static final int BACKLOG = 1_024;
    private static final int SMALLEST_READ = 512;
    private static final Duration HANDSHAKE_TIME = Duration.ofSeconds(10);
    private static final Duration LONGEST_TICK = Duration.ofSeconds(1);

    private final StreamServerConfig config;
    private final Supplier<Framing> framing;
    private final Workers workers;
    private final Complaints complaints;
    private final Budget budget;
    private final Optional<SslContext> tls;
    private final Set<StreamConnection> connections = ConcurrentHashMap.newKeySet();
    private final NioEventLoopGroup loops;
    private Channel listening;
    private volatile boolean isClosing;

    private StreamServer(StreamServerConfig config, Supplier<Framing> framing, MessageHandler handler) {
        this.config = config;
        this.framing = framing;
        this.workers = new Workers(config.name(), handler);
        this.complaints = new Complaints(config.name(), Clock.systemUTC());
        this.budget = new Budget(config.limits().memory());
        this.tls = config.tls().map(StreamServer::context);
        this.loops = new NioEventLoopGroup(EVENT_LOOPS, new DefaultThreadFactory(config.name() + "-loop", true));
    }

    /**
     * Starts to listen.
     *
     * @param framing makes one for each connection
     * @param handler is called by several threads, for one connection's messages one after another; it may take its
     *     time, which other connections of its thread then wait, too
     * @throws ListenException when the address cannot be listened on
     */
    public static StreamServer start(StreamServerConfig config, Supplier<Framing> framing, MessageHandler handler) {
        StreamServer server = new StreamServer(config, framing, handler);
        try {
            server.listen();
            return server;
        } catch (ListenException e) {
            server.close();
            throw e;
        }
    }

    private void listen() {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true) // who has said all still waits for the answers
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.RCVBUF_ALLOCATOR, reads())
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        accept(channel);
                    }
                });
        listening = Listening.bind(bootstrap, config.name(), config.host(), config.port());
    }

    /** One read at a time, since after each it is asked anew whether there is room. */
    private static AdaptiveRecvByteBufAllocator reads() {
        AdaptiveRecvByteBufAllocator reads =
                new AdaptiveRecvByteBufAllocator(SMALLEST_READ, StreamConnection.ALLOWANCE, StreamConnection.ALLOWANCE);
        reads.maxMessagesPerRead(1);
        return reads;
    }

    private void accept(SocketChannel channel) {
        if (connections.size() >= config.limits().connections()) {
            complaints.ours("connections refused, since " + config.limits().connections() + " are open", "refused");
            channel.close();
            return;
        }
        tls.ifPresent(context -> {
            SslHandler handler = context.newHandler(channel.alloc());
            handler.setHandshakeTimeoutMillis(HANDSHAKE_TIME.toMillis());
            channel.pipeline().addLast(handler);
        });
        channel.pipeline().addLast(new StreamConnection(this, framing.get(), workers.next()));
    }

    private static SslContext context(TlsIdentity tls) {
        return new JdkSslContext(
                tls.context(),
                false,
                null,
                IdentityCipherSuiteFilter.INSTANCE,
                null,
                tls.mutual() ? ClientAuth.REQUIRE : ClientAuth.NONE,
                TlsIdentity.PROTOCOLS.toArray(String[]::new),
                false);
    }

    @Override
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** How many connections are open, or have messages under way. */
    public int connections() {
        return connections.size();
    }

    @Override
    public Optional<String> problem() {
        if (!listening.isActive()) {
            return Optional.of("does not listen any more on port " + config.port());
        }
        return budget.isFull()
                ? Optional.of(
                        "reads no further, since unfinished messages and messages under way fill its memory of %,d bytes"
                                .formatted(config.limits().memory()))
                : complaints.problem();
    }

    @Override
    public void close() {
        if (listening != null && listening.isOpen()) {
            listening.close().syncUninterruptibly();
        }
        isClosing = true;
        connections.forEach(StreamConnection::endSoon);
        Listening.awaitNone(connections::size, config.name(), "connections");
        Listening.stop(loops);
        workers.close();
    }

    StreamServerConfig config() {
        return config;
    }

    Budget budget() {
        return budget;
    }

    Complaints complaints() {
        return complaints;
    }

    Workers workers() {
        return workers;
    }

    /** How often a connection looks at the time. */
    Duration tick() {
        Duration quarter = config.limits().messageTime().dividedBy(4);
        return quarter.compareTo(LONGEST_TICK) < 0 ? quarter : LONGEST_TICK;
    }

    void opened(StreamConnection connection) {
        connections.add(connection);
        if (isClosing) { // it was accepted in the last moment
            connection.endSoon();
        }
    }

    void closed(StreamConnection connection) {
        connections.remove(connection);
    }
}
