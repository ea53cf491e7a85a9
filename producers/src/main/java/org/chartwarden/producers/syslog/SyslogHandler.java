package org.chartwarden.producers.syslog;

import java.util.concurrent.CompletableFuture;
import org.chartwarden.producers.net.Frame;
import org.chartwarden.producers.net.MessageHandler;
import org.chartwarden.producers.source.Delivery;
import org.chartwarden.producers.source.Delivery.Delivered;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.RecordReader;

/** Takes each message to where it ends. Syslog answers nothing. */
final class SyslogHandler implements MessageHandler {

    private static final byte[] NO_ANSWER = {};

    private final RecordReader reader;
    private final Delivery delivery;

    SyslogHandler(RecordReader reader, Delivery delivery) {
        this.reader = reader;
        this.delivery = delivery;
    }

    @Override
    public CompletableFuture<byte[]> handle(Frame message, Origin origin) {
        Delivered delivered = message.refusal() == null
                ? delivery.deliver(reader, message.bytes(), origin)
                : delivery.giveUp(reader, message.refusal(), message.bytes(), origin);
        return delivered.acknowledged().thenApply(nothing -> NO_ANSWER);
    }
}
