package org.chartwarden.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.Ports;
import org.chartwarden.standalone.stack.SmtpAddress;
import org.chartwarden.standalone.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSettingsTest {

    private static final List<Setting> PORTS =
            List.of(Setting.HTTP_PORT, Setting.SYSLOG_TCP_PORT, Setting.SYSLOG_UDP_PORT, Setting.MLLP_PORT);

    @TempDir
    private Path folder;

    @Test
    void shouldOpenEveryDoorOnAPortOfItsOwn() {
        Settings settings = settings(false);

        Set<String> ports = new HashSet<>();
        PORTS.forEach(port -> ports.add(settings.text(port)));
        assertThat(ports).hasSize(PORTS.size());
        assertThat(settings.optional(Setting.SYSLOG_TLS_PORT)).isEmpty();
    }

    @Test
    void shouldOpenSyslogOverTlsWhereACertificateIsAtHand() {
        assertThat(settings(true).optional(Setting.SYSLOG_TLS_PORT)).isPresent();
    }

    @Test
    void shouldKeepWhatSourcesPutAndRememberInTheDataFolder() {
        Settings settings = settings(false);

        Map.of(
                        Setting.INBOX_DIRECTORY, "inbox",
                        Setting.MAPPINGS_DIRECTORY, "mappings",
                        Setting.PRODUCERS_STATE_DIRECTORY, "producers")
                .forEach((setting, name) -> assertThat(Path.of(settings.text(setting)))
                        .isEqualTo(folder.resolve("data").resolve(name))
                        .satisfies(Files::isDirectory));
    }

    private Settings settings(boolean certificate) {
        try (DataDirectory data = DataDirectory.open(folder.resolve("data"))) {
            return Settings.of(LocalSettings.of(data, new Nothing(), new Ports(data, Map.of()), certificate));
        }
    }

    /** Servers that are never asked. */
    private static final class Nothing implements Stack {

        @Override
        public String bootstrapServers() {
            return "127.0.0.1:1";
        }

        @Override
        public URI schemaRegistryUrl() {
            return URI.create("http://127.0.0.1:2");
        }

        @Override
        public URI elasticsearchUrl() {
            return URI.create("http://127.0.0.1:3");
        }

        @Override
        public SmtpAddress smtp() {
            return new SmtpAddress("127.0.0.1", 4);
        }
    }
}
