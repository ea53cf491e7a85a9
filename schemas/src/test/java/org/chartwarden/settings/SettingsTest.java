package org.chartwarden.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @TempDir
    private Path directory;

    @Test
    void shouldLetTheEnvironmentOverrideTheFile() throws IOException {
        Path file = Files.writeString(
                directory.resolve("chartwarden.properties"), "mail.host=file\nmail.port=2525\nkafka.acks=all\n");

        Settings settings = Settings.load(
                file,
                Map.of(
                        "CHARTWARDEN_MAIL_HOST", "environment",
                        "CHARTWARDEN_ALERT_GRACE", "P5D",
                        "CHARTWARDEN_KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
                        "CHARTWARDEN_DATA", "not a setting",
                        "PATH", "not ours"));

        assertThat(settings.asMap())
                .isEqualTo(Map.of(
                        "mail.host", "environment",
                        "mail.port", "2525",
                        "alert.grace", "P5D",
                        "kafka.acks", "all",
                        "kafka.bootstrap.servers", "broker:9092"));
        assertThat(settings.kafka()).isEqualTo(Map.of("acks", "all", "bootstrap.servers", "broker:9092"));
        assertThat(settings.duration(Setting.ALERT_GRACE)).isEqualTo(Duration.ofDays(5));
    }

    @Test
    void shouldNameEveryUnknownKeyAtOnce() {
        assertThatThrownBy(() -> Settings.of(Map.of("mail.hots", "x", "zzz", "y", "mail.host", "z")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("Unknown settings: mail.hots, zzz. docs/configuration.md lists the known ones.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mail.port       | ten  | mail.port is "ten", but must be a whole number.
            mail.starttls   | yes  | mail.starttls is "yes", but must be true or false.
            streams.horizon | 7d   | streams.horizon is "7d", but must be an ISO 8601 duration such as P7D or PT1H.
            site.zone       | Mars | site.zone is "Mars", but must be a time zone such as Europe/Berlin.
            """)
    void shouldSayWhatIsAllowed(String key, String value, String message) {
        Settings settings = Settings.of(Map.of(key, value));

        assertThatThrownBy(() -> {
                    switch (Setting.of(key).orElseThrow()) {
                        case MAIL_PORT -> settings.integer(Setting.MAIL_PORT);
                        case MAIL_STARTTLS -> settings.flag(Setting.MAIL_STARTTLS);
                        case STREAMS_HORIZON -> settings.duration(Setting.STREAMS_HORIZON);
                        case SITE_ZONE -> settings.zone(Setting.SITE_ZONE);
                        default -> throw new AssertionError("not in the table: " + key);
                    }
                })
                .isInstanceOf(SettingsException.class)
                .hasMessage(message);
    }

    @Test
    void shouldSayWhatIsMissing() {
        Settings settings = Settings.of(Map.of("alert.key", " "));

        assertThatThrownBy(settings::kafka)
                .hasMessage("kafka.bootstrap.servers is not set: it must name a broker, such as host:9092.");
        assertThatThrownBy(() -> settings.text(Setting.ALERT_KEY))
                .hasMessageStartingWith("alert.key is not set, and has no default.");
    }
}
