package org.chartwarden.streams.failure;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.chartwarden.registry.SchemaRegistryException;

/** Whose fault it was: the record's, or that of the servers, disks and credentials around it. */
final class Causes {

    private static final Set<Integer> NOT_ALLOWED = Set.of(401, 403);

    private Causes() {}

    /** A server did not answer, or what it should have is not there yet; the same may succeed later. */
    static boolean passes(Throwable problem) {
        return chain(problem)
                .anyMatch(cause -> cause instanceof RetriableException || cause instanceof MissingSourceTopicException);
    }

    /** It has nothing to do with the record, which would be dead-lettered for nothing, as would all after it. */
    static boolean surrounds(Throwable problem) {
        return passes(problem)
                || chain(problem)
                        .anyMatch(cause -> cause instanceof AuthenticationException
                                || cause instanceof AuthorizationException
                                || cause instanceof InterruptException
                                || cause instanceof InvalidStateStoreException
                                || cause instanceof ProcessorStateException
                                || cause instanceof SchemaRegistryException refused
                                        && NOT_ALLOWED.contains(refused.status()));
    }

    private static Stream<Throwable> chain(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause);
    }
}
