package org.chartwarden.standalone.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.system.LocalSystem;

/** Where each door of a system on this machine stands open, in words. */
final class Doors {

    private Doors() {}

    /** By the door's name; only those that are open. */
    static Map<String, String> of(LocalSystem system) {
        Settings settings = system.settings();
        Map<String, String> doors = new LinkedHashMap<>();
        doors.put("FHIR", "POST " + system.httpUrl() + " (" + settings.text(Setting.HTTP_ACCEPTS) + ")");
        doors.put("Syslog (ATNA)", syslog(settings));
        settings.optional(Setting.MLLP_PORT)
                .ifPresent(port -> doors.put("HL7 v2 (MLLP)", settings.text(Setting.MLLP_HOST) + ":" + port));
        settings.optional(Setting.INBOX_DIRECTORY)
                .ifPresent(folder -> doors.put("Files", folder + " (a folder for each feed in it)"));
        settings.optional(Setting.MAPPINGS_DIRECTORY)
                .ifPresent(folder -> doors.put("Mappings", folder + " (a site's own, of delimited files)"));
        settings.optional(Setting.POLL_URL).ifPresent(url -> doors.put("Polls", url));
        doors.values().removeIf(String::isEmpty);
        return doors;
    }

    private static String syslog(Settings settings) {
        return Stream.of(
                        Map.entry("TLS", Setting.SYSLOG_TLS_PORT),
                        Map.entry("TCP", Setting.SYSLOG_TCP_PORT),
                        Map.entry("UDP", Setting.SYSLOG_UDP_PORT))
                .flatMap(door -> settings.optional(door.getValue()).stream()
                        .map(port -> door.getKey() + " " + settings.text(Setting.SYSLOG_HOST) + ":" + port))
                .collect(Collectors.joining(", "));
    }
}
