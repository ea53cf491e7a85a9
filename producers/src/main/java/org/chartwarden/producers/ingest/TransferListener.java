package org.chartwarden.producers.ingest;

import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Refusal;

/** Is told how a transfer goes, by the thread that does it. */
public interface TransferListener {

    /** Nobody listens. */
    TransferListener NONE = new TransferListener() {};

    /**
     * After every record: be quick.
     *
     * @param bytes how far the file is read, in bytes as it is stored (compressed, when it is)
     * @param acknowledged what became of the records up to the first one that Kafka has not yet acknowledged
     * @throws java.util.concurrent.CancellationException to end the transfer here; it can go on from {@code
     *     acknowledged}
     */
    default void progress(long bytes, IngestReport acknowledged) {}

    /**
     * A record went to the dead letters.
     *
     * @param reason without a record's content
     */
    default void deadLettered(Origin origin, Refusal reason) {}

    /** The same listener for the next file of several, of which these bytes and records are done. */
    default TransferListener after(long bytesBefore, IngestReport before) {
        TransferListener all = this;
        return new TransferListener() {
            @Override
            public void progress(long bytes, IngestReport acknowledged) {
                all.progress(bytesBefore + bytes, before.plus(acknowledged));
            }

            @Override
            public void deadLettered(Origin origin, Refusal reason) {
                all.deadLettered(origin, reason);
            }
        };
    }
}
