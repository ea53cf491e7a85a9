package org.chartwarden.producers.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.chartwarden.producers.source.Origin;

/**
 * Listens on UDP; each datagram is a message. UDP cannot make its sender wait: what comes while the memory is full of
 * messages under way is lost, and told. What the operating system itself drops, nobody here can know.
 */
public final class DatagramServer implements SocketServer {

    private static final int LARGEST_DATAGRAM = 65_535;
    private static final int RECEIVE_BUFFER = 4 << 20;
    private static final int HEAP_SHARES = 16;

    private final String name;
    private final long memory;
    private final Workers workers;
    private final Complaints complaints;
    private final AtomicLong held = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();
    private final NioEventLoopGroup loop;
    private final int askedPort;
    private Channel listening;
    private long messages;

    private DatagramServer(String name, int askedPort, long memory, MessageHandler handler) {
        this.name = name;
        this.askedPort = askedPort;
        this.memory = memory;
        this.workers = new Workers(name, handler);
        this.complaints = new Complaints(name, Clock.systemUTC());
        this.loop = new NioEventLoopGroup(1, new DefaultThreadFactory(name + "-loop", true));
    }

    /**
     * Starts to listen, with a sixteenth of the heap for messages under way.
     *
     * @param port 0 for any free one
     * @param handler called by several threads; it may take its time
     * @throws ListenException when the address cannot be listened on
     */
    public static DatagramServer start(String name, String host, int port, MessageHandler handler) {
        return start(name, host, port, Runtime.getRuntime().maxMemory() / HEAP_SHARES, handler);
    }

    static DatagramServer start(String name, String host, int port, long memory, MessageHandler handler) {
        DatagramServer server = new DatagramServer(name, port, memory, handler);
        try {
            server.listen(host);
            return server;
        } catch (ListenException e) {
            server.close();
            throw e;
        }
    }

    private void listen(String host) {
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioDatagramChannel.class)
                .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER)
                .option(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(LARGEST_DATAGRAM))
                .handler(new SimpleChannelInboundHandler<DatagramPacket>() {
                    @Override
                    protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
                        receive(datagram);
                    }

                    @Override
                    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                        complaints.ours("datagrams could not be received", Listening.kind(cause));
                    }
                });
        listening = Listening.bind(bootstrap, name, host, askedPort);
    }

    private void receive(DatagramPacket datagram) {
        messages++;
        byte[] bytes = ByteBufUtil.getBytes(datagram.content());
        String sender = name + " from " + Listening.host(datagram.sender());
        int size = bytes.length + UnderWay.OVERHEAD;
        if (held.get() + size > memory) {
            complaints.ours("datagrams lost, since the messages under way fill the memory", sender);
            return;
        }
        if (bytes.length == 0) {
            return;
        }
        held.addAndGet(size);
        underWay.incrementAndGet();
        Origin origin = new Origin(sender, "message " + messages);
        workers.next()
                .execute(() -> workers.handle(Frame.of(bytes), origin, false, answer -> {
                    held.addAndGet(-size);
                    underWay.decrementAndGet();
                }));
    }

    @Override
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    @Override
    public Optional<String> problem() {
        return listening.isActive()
                ? complaints.problem()
                : Optional.of("does not listen any more on port " + askedPort);
    }

    @Override
    public void close() {
        if (listening != null && listening.isOpen()) {
            listening.close().syncUninterruptibly();
        }
        Listening.awaitNone(underWay::get, name, "datagrams");
        Listening.stop(loop);
        workers.close();
    }
}
