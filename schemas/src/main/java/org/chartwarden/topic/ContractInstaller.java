package org.chartwarden.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.chartwarden.registry.CompatibilityLevel;
import org.chartwarden.registry.SchemaRegistry;

/** Puts the contract in place: the topics, and the schemas with their compatibility. May run any number of times. */
public final class ContractInstaller {

    /**
     * Producers, topology and sink are upgraded in any order, and a record of years ago must still be read: so both
     * directions, against all versions.
     */
    public static final CompatibilityLevel COMPATIBILITY = CompatibilityLevel.FULL_TRANSITIVE;

    private ContractInstaller() {}

    /**
     * Creates the topics that are missing; existing ones stay as they are.
     *
     * @param partitions the number of partitions of each topic that is created
     * @param replicationFactor how many brokers hold each record
     * @return the names of the topics that were created
     * @throws KafkaException when the broker refuses
     */
    public static List<String> createTopics(Admin admin, int partitions, short replicationFactor)
            throws InterruptedException {
        try {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            for (Topic<?> topic : Topics.ALL) {
                if (!existing.contains(topic.name())) {
                    missing.add(
                            new NewTopic(topic.name(), partitions, replicationFactor).configs(topic.configuration()));
                }
            }
            admin.createTopics(missing).all().get();
            return missing.stream().map(NewTopic::name).toList();
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "The topics could not be created: " + e.getCause().getMessage(), e.getCause());
        }
    }

    /**
     * Registers the schema of every topic, and has the registry refuse incompatible ones from then on.
     *
     * @throws org.chartwarden.registry.SchemaRegistryException when a schema is incompatible with what is registered
     */
    public static void registerSchemas(SchemaRegistry registry) {
        for (Topic<?> topic : Topics.ALL) {
            registry.setCompatibility(topic.subject(), COMPATIBILITY);
            Schema schema = SpecificData.get().getSchema(topic.value());
            registry.register(topic.subject(), schema);
        }
    }
}
