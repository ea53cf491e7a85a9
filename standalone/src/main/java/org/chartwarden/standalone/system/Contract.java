package org.chartwarden.standalone.system;

import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.chartwarden.registry.RestSchemaRegistry;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.topic.ContractInstaller;

/** Puts the topics and the schemas in place on the servers that the settings name. */
public final class Contract {

    private Contract() {}

    /** @return the number of topics that were created */
    public static int install(Settings settings) throws InterruptedException {
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        int created;
        try (Admin admin = Admin.create(properties)) {
            created = ContractInstaller.createTopics(admin, settings.integer(Setting.TOPICS_PARTITIONS), (short)
                            settings.integer(Setting.TOPICS_REPLICATION_FACTOR))
                    .size();
        }
        ContractInstaller.registerSchemas(new RestSchemaRegistry(settings.serde()));
        return created;
    }
}
