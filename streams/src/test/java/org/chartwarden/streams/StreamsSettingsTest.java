package org.chartwarden.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.service.Counters;
import org.chartwarden.service.ServiceEndpoint;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.streams.failure.DeadLetterRecords;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {

    @Test
    void shouldNotLetASiteUndoWhatTheGuaranteesRestOn() {
        Settings settings = Settings.of(Map.of(
                "kafka.bootstrap.servers", "broker:9092",
                "kafka.processing.guarantee", "at_least_once",
                "kafka.ensure.explicit.internal.resource.naming", "false",
                "kafka.commit.interval.ms", "1000",
                "serde.schema.registry.url", "mock://settings"));
        SerdeFactory serdes = new SerdeFactory(settings.text(Setting.SERDE_CLASS), settings.serde());
        DeadLetterRecords deadLetters =
                new DeadLetterRecords(serdes, Clock.systemUTC(), new Counters(ServiceEndpoint.newMeters()));

        Properties properties = StreamsSettings.of(settings, deadLetters);

        assertThat(properties)
                .containsEntry("bootstrap.servers", "broker:9092")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("ensure.explicit.internal.resource.naming", true)
                .containsEntry("commit.interval.ms", "1000")
                .containsEntry("topic.message.timestamp.after.max.ms", Long.MAX_VALUE);
    }
}
