package org.chartwarden.sink.kafka;

import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.chartwarden.deadletter.DeadLetters;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Stage;
import org.chartwarden.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts records that the sink cannot store into the dead-letter topic: whole, with their place and the reason. */
public final class DeadLetterDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterDesk.class);

    private final DeadLetters letters;
    private final AcknowledgedWriter<DeadLetter> writer;

    public DeadLetterDesk(SinkClients clients, Clock clock) {
        this.letters = new DeadLetters(Stage.SINK, clock);
        this.writer = clients.writer(Topics.DEAD_LETTER);
    }

    /**
     * Returns when Kafka has acknowledged the dead letter.
     *
     * @param reason must not quote the record's contents
     */
    public void accept(ConsumerRecord<String, byte[]> record, String reason, Patience patience)
            throws InterruptedException {
        String position = "partition " + record.partition() + " offset " + record.offset();
        DeadLetter letter = letters.ofTopic(record.topic(), position, reason, record.value(), record.key());
        writer.write(letter.getDeadLetterId(), letter, patience);
        LOG.warn("{} {} was dead-lettered: {}", record.topic(), position, reason);
    }

    @Override
    public void close() {
        writer.close();
    }
}
