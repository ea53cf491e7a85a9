package org.chartwarden.sink.chain;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.chartwarden.model.ChainLink;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.SinkClients;
import org.chartwarden.sink.kafka.UnavailableException;
import org.chartwarden.sink.kafka.ValueReader;
import org.chartwarden.sink.kafka.ValueReader.UnreadableException;
import org.chartwarden.sink.kafka.WholeTopic;
import org.chartwarden.topic.Topics;

/** The links of the chain as Kafka has them. */
public final class ChainTopic {

    /** Of every link: so that all are in one partition, in one order. */
    static final String KEY = "chain";

    private final WholeTopic topics;
    private final ValueReader<ChainLink> links;

    public ChainTopic(SinkClients clients) {
        this.topics = new WholeTopic(clients);
        this.links = clients.values(Topics.CHAIN);
    }

    /** Takes one link. */
    @FunctionalInterface
    public interface Visitor {

        void visit(ChainLink link) throws InterruptedException;
    }

    /**
     * Hands over every link, in their order.
     *
     * @throws IllegalStateException when a record of the topic is no link
     */
    public void forEach(Visitor visitor, Patience patience) throws UnavailableException, InterruptedException {
        topics.read(Topics.CHAIN.name(), record -> visitor.visit(link(record, patience)));
    }

    /** Where the chain ends. */
    public Optional<ChainLink> newest(Patience patience) throws UnavailableException, InterruptedException {
        List<ConsumerRecord<String, byte[]>> last = topics.last(Topics.CHAIN.name());
        Optional<ChainLink> newest = Optional.empty();
        for (ConsumerRecord<String, byte[]> record : last) {
            ChainLink link = link(record, patience);
            newest = newest.filter(other -> other.getSequence() > link.getSequence())
                    .or(() -> Optional.of(link));
        }
        return newest;
    }

    private ChainLink link(ConsumerRecord<String, byte[]> record, Patience patience) throws InterruptedException {
        try {
            return Optional.ofNullable(links.read(record, patience))
                    .orElseThrow(() -> new IllegalStateException(place(record) + " is empty"));
        } catch (UnreadableException e) {
            throw new IllegalStateException(place(record) + " is no link of the chain", e);
        }
    }

    private static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + " partition " + record.partition() + " offset " + record.offset();
    }
}
