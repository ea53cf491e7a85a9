package org.chartwarden.streams.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not the record's fault must neither dead-letter it nor be skipped. */
class CausesTest {

    static Stream<Arguments> surroundings() {
        return Stream.of(
                arguments(new TimeoutException("the registry is away"), StreamThreadExceptionResponse.REPLACE_THREAD),
                arguments(
                        new StreamsException("a store", new TimeoutException("the registry is away")),
                        StreamThreadExceptionResponse.REPLACE_THREAD),
                arguments(new ProcessorStateException("disk full"), StreamThreadExceptionResponse.SHUTDOWN_CLIENT),
                arguments(
                        new SaslAuthenticationException("wrong password"),
                        StreamThreadExceptionResponse.SHUTDOWN_CLIENT));
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void shouldNotDeadLetterForWhatTheSurroundingsHaveDone(
            Exception exception, StreamThreadExceptionResponse afterwards) {
        assertThat(new DeadLetterUnreadable().handleError(null, null, exception).result())
                .isEqualTo(DeserializationExceptionHandler.Result.FAIL);
        assertThat(new DeadLetterUnprocessable()
                        .handleError(null, null, exception)
                        .result())
                .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
        assertThat(new ThreadFailure(Duration.ZERO).handle(exception)).isEqualTo(afterwards);
    }

    static Stream<Exception> faultsOfARecord() {
        return Stream.of(new SerializationException("no Avro"), new NullPointerException());
    }

    @ParameterizedTest
    @MethodSource("faultsOfARecord")
    void shouldBlameTheRecord(Exception exception) {
        assertThat(Causes.surrounds(exception)).isFalse();
    }
}
