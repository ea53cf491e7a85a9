package org.chartwarden.standalone.conformance;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Confluent's own classes as one serde, which is all that its {@code SpecificAvroSerde} is; that class is not in the jar
 * that Maven Central has.
 */
public final class GenuineSerde extends Serdes.WrapperSerde<Object> {

    public GenuineSerde() throws ReflectiveOperationException {
        super(
                GenuineSerde.<Serializer<Object>>make("io.confluent.kafka.serializers.KafkaAvroSerializer"),
                GenuineSerde.<Deserializer<Object>>make("io.confluent.kafka.serializers.KafkaAvroDeserializer"));
    }

    @SuppressWarnings("unchecked")
    private static <T> T make(String name) throws ReflectiveOperationException {
        return (T) Class.forName(name).getConstructor().newInstance();
    }
}
