package org.chartwarden.sink.chain.verify;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.chartwarden.model.ChainLink;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Stage;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.chain.ChainHead;
import org.chartwarden.sink.chain.ChainTopic;
import org.chartwarden.sink.chain.SealedDocument;
import org.chartwarden.sink.chain.Sealer;
import org.chartwarden.sink.elasticsearch.AuditDocuments;
import org.chartwarden.sink.kafka.AuditRecords;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.SinkClients;
import org.chartwarden.sink.kafka.UnavailableException;
import org.chartwarden.sink.kafka.ValueReader;
import org.chartwarden.sink.kafka.ValueReader.UnreadableException;
import org.chartwarden.sink.kafka.WholeTopic;
import org.chartwarden.topic.Topics;

/** The topics of the running system. */
public final class KafkaSide implements SealedSide {

    private final ChainTopic chain;
    private final WholeTopic topics;
    private final AuditRecords records;
    private final ValueReader<DeadLetter> letters;
    private final AuditDocuments documents;
    private final Patience patience = new Patience(new AtomicReference<>());

    /** Does not talk to Kafka yet. */
    public KafkaSide(Settings settings) {
        SinkClients clients = new SinkClients(settings);
        this.chain = new ChainTopic(clients);
        this.topics = new WholeTopic(clients);
        this.records = new AuditRecords(clients, Sealer.SEALED);
        this.letters = clients.values(Topics.DEAD_LETTER);
        this.documents = new AuditDocuments(settings);
    }

    /** Where the chain ends now. */
    public ChainHead head() throws IOException, InterruptedException {
        Optional<ChainLink> newest = ask(() -> chain.newest(patience));
        return newest.map(ChainHead::of).orElse(ChainHead.NONE);
    }

    @Override
    public void links(ChainTopic.Visitor visitor) throws IOException, InterruptedException {
        ask(() -> {
            chain.forEach(visitor, patience);
            return null;
        });
    }

    @Override
    public void waiting(BiConsumer<SealedDocument, Instant> visitor) throws IOException, InterruptedException {
        ask(() -> {
            topics.readBehind(
                    Sealer.GROUP,
                    Sealer.TOPICS,
                    record -> tell(
                            record, document -> visitor.accept(document, Instant.ofEpochMilli(record.timestamp()))));
            return null;
        });
    }

    @Override
    public void refused(Consumer<SealedDocument> visitor) throws IOException, InterruptedException {
        ask(() -> topics.read(Topics.DEAD_LETTER.name(), record -> {
            try {
                DeadLetter letter = letters.read(record, patience);
                if (letter != null && letter.getStage() == Stage.SINK && Sealer.TOPICS.contains(letter.getSource())) {
                    byte[] raw = new byte[letter.getRaw().remaining()];
                    letter.getRaw().duplicate().get(raw);
                    tell(new ConsumerRecord<>(letter.getSource(), 0, 0, letter.getKey(), raw), visitor);
                }
            } catch (UnreadableException e) {
                // no letter, so it excuses nothing
            }
        }));
    }

    /** Passes over what the sealer passes over. */
    private void tell(ConsumerRecord<String, byte[]> record, Consumer<SealedDocument> visitor)
            throws InterruptedException {
        try {
            SpecificRecord value = records.read(record, patience);
            if (value != null) {
                visitor.accept(SealedDocument.of(value, documents));
            }
        } catch (UnreadableException | IllegalArgumentException e) {
            // no document can be made of it, so none can stand
        }
    }

    private static <T> T ask(Patience.Attempt<T> question) throws IOException, InterruptedException {
        try {
            return question.run();
        } catch (UnavailableException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
