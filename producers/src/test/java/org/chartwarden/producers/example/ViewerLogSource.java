package org.chartwarden.producers.example;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.chartwarden.producers.net.Frame;
import org.chartwarden.producers.net.Framing;
import org.chartwarden.producers.net.StreamLimits;
import org.chartwarden.producers.net.StreamServer;
import org.chartwarden.producers.net.StreamServerConfig;
import org.chartwarden.producers.source.Delivery;
import org.chartwarden.producers.source.Delivery.Delivered;
import org.chartwarden.producers.source.Delivery.Fate;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Source;
import org.chartwarden.producers.source.SourceContext;

/** An image viewer that sends its log over a socket, and is told of each line whether it was taken. */
final class ViewerLogSource implements Source {

    private static final String NAME = "viewer";
    private static final int LONGEST_LINE = 1 << 16;
    private static final int WINDOW = 100;

    private final Delivery delivery;
    private final RecordReader reader;
    private final StreamServer server;

    private ViewerLogSource(SourceContext context, int port) {
        this.delivery = context.delivery(NAME);
        this.reader = new ViewerLogReader(context.clock());
        StreamLimits limits = StreamLimits.usual(LONGEST_LINE, WINDOW);
        this.server = StreamServer.start(
                new StreamServerConfig(NAME, "127.0.0.1", port, Optional.empty(), limits), Lines::new, this::handle);
    }

    /** A real source takes its port from a setting, and opens no door when that is not set. */
    static List<Source> start(SourceContext context, int port) {
        return List.of(new ViewerLogSource(context, port));
    }

    private CompletableFuture<byte[]> handle(Frame line, Origin origin) {
        Delivered delivered = line.refusal() == null
                ? delivery.deliver(reader, line.bytes(), origin)
                : delivery.giveUp(reader, line.refusal(), line.bytes(), origin);
        String taken = delivered.fate() == Fate.DEAD_LETTERED ? "refused\n" : "taken\n";
        return delivered
                .acknowledged()
                .handle((nothing, failure) -> failure == null ? taken : "send it again\n")
                .thenApply(answer -> answer.getBytes(StandardCharsets.UTF_8));
    }

    int port() {
        return server.port();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> problem() {
        return server.problem();
    }

    @Override
    public void close() {
        server.close();
    }

    private static final class Lines implements Framing {

        @Override
        public Frame next(ByteBuf arrived) {
            int length = arrived.bytesBefore((byte) '\n');
            if (length < 0) {
                return null;
            }
            byte[] line = ByteBufUtil.getBytes(arrived.readSlice(length));
            arrived.skipBytes(1);
            return Frame.of(line);
        }

        @Override
        public Frame last(ByteBuf rest) {
            return Frame.of(ByteBufUtil.getBytes(rest));
        }
    }
}
