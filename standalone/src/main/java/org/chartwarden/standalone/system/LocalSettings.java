package org.chartwarden.standalone.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.Ports;
import org.chartwarden.standalone.stack.Stack;

/** The settings of a system on one machine. */
final class LocalSettings {

    private static final int ALERT_KEY_BYTES = 32;

    private LocalSettings() {}

    /**
     * With all doors open, each on a port of its own.
     *
     * @param certificate a certificate is at hand, so that syslog over TLS is among them
     */
    static Map<String, String> of(DataDirectory data, Stack stack, Ports ports, boolean certificate) {
        Map<String, String> settings = new TreeMap<>();
        settings.put(Settings.KAFKA + "bootstrap.servers", stack.bootstrapServers());
        settings.put(
                Settings.SERDE + "schema.registry.url",
                stack.schemaRegistryUrl().toString());
        set(settings, Setting.TOPICS_PARTITIONS, "4");
        set(settings, Setting.TOPICS_REPLICATION_FACTOR, "1");
        doors(settings, data, ports, certificate);
        set(settings, Setting.STREAMS_REPLICATION_FACTOR, "1");
        set(settings, Setting.STREAMS_STATE_DIRECTORY, data.folder("streams").toString());
        set(
                settings,
                Setting.STREAMS_RULES_DIRECTORY,
                data.folder(DataDirectory.RULES).toString());
        set(settings, Setting.ALERT_KEY, alertKey(data.root().resolve("alert.key")));
        set(settings, Setting.ELASTICSEARCH_URL, stack.elasticsearchUrl().toString());
        set(settings, Setting.MAIL_HOST, stack.smtp().host());
        set(settings, Setting.MAIL_PORT, Integer.toString(stack.smtp().port()));
        // No Kibana here: the alert's document itself.
        set(settings, Setting.MAIL_LINK, stack.elasticsearchUrl() + "/chartwarden-alerts/_doc/{alertId}?pretty");
        return settings;
    }

    private static void doors(Map<String, String> settings, DataDirectory data, Ports ports, boolean certificate) {
        set(settings, Setting.HTTP_PORT, Integer.toString(ports.take("http")));
        set(settings, Setting.SYSLOG_TCP_PORT, Integer.toString(ports.take("syslog-tcp")));
        set(settings, Setting.SYSLOG_UDP_PORT, Integer.toString(ports.take("syslog-udp")));
        if (certificate) {
            set(settings, Setting.SYSLOG_TLS_PORT, Integer.toString(ports.take("syslog-tls")));
        }
        set(settings, Setting.MLLP_PORT, Integer.toString(ports.take("mllp")));
        set(settings, Setting.INBOX_DIRECTORY, data.folder("inbox").toString());
        set(
                settings,
                Setting.MAPPINGS_DIRECTORY,
                data.folder(DataDirectory.MAPPINGS).toString());
        set(
                settings,
                Setting.PRODUCERS_STATE_DIRECTORY,
                data.folder("producers").toString());
    }

    private static void set(Map<String, String> settings, Setting setting, String value) {
        settings.put(setting.key(), value);
    }

    /** Made once and kept: with another key, known alerts would get new ids. */
    private static String alertKey(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[ALERT_KEY_BYTES];
                new SecureRandom().nextBytes(key);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(key));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StackException("The key of alert ids in " + file + " cannot be read or made (" + e + ").", e);
        }
    }
}
