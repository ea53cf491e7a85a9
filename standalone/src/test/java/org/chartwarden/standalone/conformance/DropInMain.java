package org.chartwarden.standalone.conformance;

import java.util.Base64;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.chartwarden.serde.SerdeFactory;

/** What a service does with its serde, in a JVM that has Confluent's jar behind our own libraries, as at a site. */
public final class DropInMain {

    private DropInMain() {}

    /**
     * Prints the bytes of every sample, one Base64 line each, after it has read them back.
     *
     * @param arguments the setting {@code serde.class} and the registry's URL
     */
    public static void main(String[] arguments) {
        SerdeFactory serdes = new SerdeFactory(arguments[0], Map.of("schema.registry.url", arguments[1]));
        for (SpecificRecord sample : Samples.all()) {
            System.out.println("bytes " + Base64.getEncoder().encodeToString(roundTrip(serdes, sample)));
        }
    }

    private static <T extends SpecificRecord> byte[] roundTrip(SerdeFactory serdes, T sample) {
        @SuppressWarnings("unchecked")
        Serde<T> serde = serdes.valueSerde((Class<T>) sample.getClass());
        String topic = sample.getSchema().getName();
        byte[] bytes = serde.serializer().serialize(topic, sample);
        if (!sample.equals(serde.deserializer().deserialize(topic, bytes))) {
            throw new IllegalStateException("The record " + topic + " came back changed");
        }
        return bytes;
    }
}
