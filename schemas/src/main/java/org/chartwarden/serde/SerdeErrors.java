package org.chartwarden.serde;

import java.util.function.Supplier;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.chartwarden.registry.SchemaRegistryException;

/** Makes of what went wrong what Kafka's clients understand. */
final class SerdeErrors {

    private SerdeErrors() {}

    /**
     * Asks the registry.
     *
     * @param topic for the error's message only
     * @throws TimeoutException when the registry did not answer: Kafka's sign that a later try may succeed
     * @throws SerializationException when it refused
     */
    static <T> T asking(String topic, Supplier<T> question) {
        try {
            return question.get();
        } catch (SchemaRegistryException e) {
            String message = "The schema of a record on the topic " + topic + " is not available: " + e.getMessage();
            throw e.retriable() ? new TimeoutException(message, e) : new SerializationException(message, e);
        }
    }

    /**
     * A record that could not be converted. Where it failed is kept, but not what Avro said of it: that may quote the
     * record, and this ends in logs. Only what it says of a missing value names the field and quotes nothing.
     */
    static SerializationException unconvertible(String message, Exception cause) {
        String reason = cause instanceof NullPointerException
                ? cause.getMessage()
                : cause.getClass().getSimpleName();
        SerializationException error = new SerializationException(message + " (" + reason + ").");
        error.setStackTrace(cause.getStackTrace());
        return error;
    }
}
