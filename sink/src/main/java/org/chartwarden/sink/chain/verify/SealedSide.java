package org.chartwarden.sink.chain.verify;

import java.io.IOException;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.chartwarden.sink.chain.ChainTopic;
import org.chartwarden.sink.chain.SealedDocument;

/** What Kafka knows: the chain, and what is on its way into it. */
public interface SealedSide {

    /** Every link, in the order of its topic. */
    void links(ChainTopic.Visitor visitor) throws IOException, InterruptedException;

    /** What came out of the topology or from an officer, and is not sealed yet; with the time at which Kafka took it. */
    void waiting(BiConsumer<SealedDocument, Instant> visitor) throws IOException, InterruptedException;

    /** What Elasticsearch refused: it is sealed, but is a dead letter. */
    void refused(Consumer<SealedDocument> visitor) throws IOException, InterruptedException;
}
