package org.chartwarden.streams.failure;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** What cannot be deserialized goes to the dead-letter topic, and the rest goes on. */
public final class DeadLetterUnreadable implements DeserializationExceptionHandler {

    private DeadLetterRecords letters;

    @Override
    public void configure(Map<String, ?> configuration) {
        letters = (DeadLetterRecords) configuration.get(DeadLetterRecords.CONFIGURATION);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return Causes.surrounds(exception)
                ? Response.fail()
                : Response.resume(letters.of(context, "the record could not be deserialized: " + words(exception)));
    }

    /** A serde's own message tells what was wrong; any other might quote the record. */
    private static String words(Exception exception) {
        return exception instanceof SerializationException
                ? exception.getMessage()
                : exception.getClass().getName();
    }
}
