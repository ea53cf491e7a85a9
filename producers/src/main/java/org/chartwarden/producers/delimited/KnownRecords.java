package org.chartwarden.producers.delimited;

import java.util.Collection;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.topic.Topic;

/** What is on record at the moment. */
@FunctionalInterface
public interface KnownRecords {

    /**
     * The newest version of each record of a compacted topic.
     *
     * @param prefix how their keys begin
     * @throws org.apache.kafka.common.KafkaException when Kafka does not answer
     */
    <T extends SpecificRecord> Collection<T> newest(Topic<T> topic, String prefix);
}
