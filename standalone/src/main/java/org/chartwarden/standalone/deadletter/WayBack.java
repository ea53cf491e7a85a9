package org.chartwarden.standalone.deadletter;

import java.util.concurrent.CompletableFuture;

/** Puts a record's bytes back into the topic that they came from, as they are. */
@FunctionalInterface
public interface WayBack {

    /**
     * @param key null when the record has none
     * @return completed when Kafka has stored it for good, exceptionally when it may not have
     */
    CompletableFuture<Void> send(String topic, String key, byte[] value);
}
