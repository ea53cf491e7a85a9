package org.chartwarden.producers.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.EventExecutor;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Refusal;

/**
 * One connection. It is read only as far as its messages can be handled: while its window is full, its answers are not
 * fetched or the budget is used up, the bytes stay with the operating system and so with the sender. Everything here runs
 * on the connection's event loop, but the handler, which has a worker.
 */
final class StreamConnection extends ChannelInboundHandlerAdapter {

    /** Bytes that may have arrived on each connection without asking the budget; at most as much is read at once. */
    static final int ALLOWANCE = 8 * 1024;

    private static final byte[] NO_ANSWER = {};

    private final StreamServer server;
    private final StreamLimits limits;
    private final Framing framing;
    private final EventExecutor worker;
    private final UnderWay underWay = new UnderWay();
    private final ByteBuf arrived = Unpooled.buffer(0);
    private ChannelHandlerContext context;
    private String sender;
    private long messages;
    private long charged;
    private long chargedUnderWay;
    private long messageBegan;
    private long lastRead;
    private boolean isWaitingForRoom;
    /** Nothing more is read; what was read is still handled. */
    private boolean isEnding;
    /** What had arrived is handed over; when it is answered, the connection is closed. */
    private boolean isCut;

    StreamConnection(StreamServer server, Framing framing, EventExecutor worker) {
        this.server = server;
        this.limits = server.config().limits();
        this.framing = framing;
        this.worker = worker;
    }

    @Override
    public void channelActive(ChannelHandlerContext itsContext) {
        context = itsContext;
        sender = server.config().name() + " from "
                + Listening.host(itsContext.channel().remoteAddress());
        lastRead = System.nanoTime();
        server.opened(this);
        long tick = server.tick().toMillis();
        itsContext.executor().schedule(this::check, tick, TimeUnit.MILLISECONDS);
        proceed();
    }

    @Override
    public void channelRead(ChannelHandlerContext itsContext, Object message) {
        try {
            ByteBuf bytes = (ByteBuf) message;
            lastRead = System.nanoTime();
            if (!arrived.isReadable()) {
                messageBegan = lastRead;
            }
            if (!isCut) { // after a violation nobody knows what the bytes are
                arrived.writeBytes(bytes);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext itsContext) {
        proceed();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext itsContext) {
        messageBegan = System.nanoTime(); // until now it was not read on
        proceed();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext itsContext, Object event) {
        if (event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent) {
            end();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext itsContext) {
        end();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext itsContext, Throwable cause) {
        server.complaints().theirs("connections broke", sender + ", " + Listening.kind(cause));
        itsContext.close();
    }

    /** Reads no more, hands over what has arrived, answers it, and closes. Any thread may call it. */
    void endSoon() {
        context.executor().execute(this::end);
    }

    private void end() {
        isEnding = true;
        proceed();
    }

    /** Does all that can be done now: hand over, read on, or close. */
    private void proceed() {
        while (!isCut && canHandOver() && handOverNext()) {
            charge(); // small messages, too, fill the memory when there are many
        }
        trim();
        charge();
        if (isCut) {
            finishWhenAnswered();
        } else if (!hasRoom()) {
            if (underWay.count() < limits.window()) {
                waitForRoom();
            }
        } else if (!isEnding && canHandOver()) {
            read();
        }
    }

    private boolean canHandOver() {
        boolean isAnswered =
                context.channel().isWritable() || !context.channel().isActive();
        return hasRoom() && isAnswered;
    }

    /** The window is not full. When the memory is, it has shrunk to one message. */
    private boolean hasRoom() {
        return underWay.count() == 0
                || underWay.count() < limits.window() && !server.budget().isFull();
    }

    private boolean handOverNext() {
        try {
            Frame frame = arrived.isReadable() ? framing.next(arrived) : null;
            if (frame != null) {
                messageBegan = System.nanoTime();
                handOver(frame);
                return true;
            }
            if (isEnding) {
                cut(arrived.isReadable() ? framing.last(arrived) : null);
            } else if (arrived.readableBytes() > limits.largestMessage()) {
                throw new FramingException(
                        "More than %,d bytes came without the end of a message".formatted(limits.largestMessage()));
            }
        } catch (FramingException e) {
            server.complaints()
                    .theirs("connections closed since they break the protocol", sender + ", " + e.getMessage());
            byte[] rest = new byte[arrived.readableBytes()];
            arrived.getBytes(arrived.readerIndex(), rest);
            cut(rest.length == 0 ? null : new Frame(rest, new Refusal(e.getMessage())));
        }
        return false;
    }

    private void cut(Frame last) {
        isEnding = true;
        isCut = true;
        arrived.clear();
        if (last != null) {
            handOver(last);
        }
    }

    private void handOver(Frame frame) {
        messages++;
        Origin origin = new Origin(sender, "message " + messages);
        UnderWay.Message message = underWay.add(frame.bytes().length);
        long latest = System.nanoTime() + limits.turnTime().toNanos();
        worker.execute(() -> server.workers()
                .handle(
                        frame,
                        origin,
                        System.nanoTime() > latest,
                        answer -> context.executor().execute(() -> done(message, answer))));
    }

    /** Where a mistake left no answer, the sender must not wait for it. */
    private void done(UnderWay.Message message, Optional<byte[]> answer) {
        isEnding |= answer.isEmpty();
        boolean wasHeld = !hasRoom();
        message.done(answer.orElse(NO_ANSWER));
        if (wasHeld) {
            messageBegan = System.nanoTime(); // until now it was we who did not read on
        }
        answered();
    }

    private void answered() {
        for (byte[] answer = underWay.nextAnswer(); answer != null; answer = underWay.nextAnswer()) {
            if (answer.length > 0 && context.channel().isActive()) {
                context.writeAndFlush(Unpooled.wrappedBuffer(answer));
            }
        }
        proceed();
    }

    private void finishWhenAnswered() {
        if (underWay.count() == 0) {
            server.closed(this);
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void read() {
        if (charged == 0 || !server.budget().isFull()) {
            context.read();
        } else {
            waitForRoom();
        }
    }

    private void waitForRoom() {
        if (!isWaitingForRoom) {
            isWaitingForRoom = true;
            server.budget()
                    .whenRoom(() -> context.executor().execute(() -> {
                        isWaitingForRoom = false;
                        proceed();
                    }));
        }
    }

    private void trim() {
        // What is left is mostly a small part of a message, and must not hold the room of many.
        arrived.discardReadBytes();
        if (arrived.capacity() > ALLOWANCE + 2 * arrived.readableBytes()) {
            arrived.capacity(arrived.readableBytes());
        }
    }

    private void charge() {
        long now = Math.max(0, arrived.capacity() - ALLOWANCE) + underWay.bytes();
        server.budget().change(now - charged, underWay.bytes() - chargedUnderWay);
        charged = now;
        chargedUnderWay = underWay.bytes();
    }

    /** Closes a connection that drips, sleeps, or does not fetch its answers. */
    private void check() {
        if (isCut && underWay.count() == 0) {
            return;
        }
        long now = System.nanoTime();
        boolean isIdle = now - lastRead > limits.idleTime().toNanos() && underWay.count() == 0;
        boolean isSlow = now - messageBegan > limits.messageTime().toNanos() && arrived.isReadable();
        if (!canHandOver()) {
            if (isIdle) {
                server.complaints().theirs("connections closed since they do not fetch their answers", sender);
                context.close();
            }
        } else if (!isEnding && isSlow) {
            checkRoom(now);
        } else if (isIdle && !arrived.isReadable()) {
            end();
        }
        context.executor().schedule(this::check, server.tick().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void checkRoom(long now) {
        if (isWaitingForRoom && server.budget().isWaitingForAcknowledgements()) {
            messageBegan = now; // Kafka is slow, and that is not the sender's fault
        } else {
            server.complaints().theirs("connections closed since a message took too long", sender);
            end();
        }
    }
}
