package org.chartwarden.streams.failure;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/** What a processor fails on goes to the dead-letter topic, and the rest goes on. */
public final class DeadLetterUnprocessable implements ProcessingExceptionHandler {

    private DeadLetterRecords letters;

    @Override
    public void configure(Map<String, ?> configuration) {
        letters = (DeadLetterRecords) configuration.get(DeadLetterRecords.CONFIGURATION);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        return Causes.surrounds(exception)
                ? Response.fail()
                : Response.resume(letters.of(
                        context,
                        "the operator " + context.processorNodeId() + " failed on the record ("
                                + exception.getClass().getName() + ")"));
    }
}
