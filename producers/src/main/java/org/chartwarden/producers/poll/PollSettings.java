package org.chartwarden.producers.poll;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwarden.producers.fhir.FhirTypes;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;

/**
 * Which server is polled for what.
 *
 * @param base of the server, ending with a slash
 * @param interval from the end of one poll to the begin of the next
 * @param types the resource types, in the order in which they are polled
 * @param since how far back the first poll reaches
 * @param tokenFile holds the bearer token; empty to send none
 * @param marks the folder that remembers how far each type has come
 */
record PollSettings(
        URI base, Duration interval, List<String> types, Duration since, Optional<Path> tokenFile, Path marks) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    PollSettings {
        types = List.copyOf(types);
        require(isServer(base), Setting.POLL_URL, "http:// or https://, a host and a path, without a query");
        require(isPositive(interval), Setting.POLL_INTERVAL, "longer than nothing, such as PT1M");
        require(isPositive(since), Setting.POLL_SINCE, "longer than nothing, such as P7D");
        require(
                areKnown(types),
                Setting.POLL_TYPES,
                "a list without repetition of " + FhirTypes.AUDIT_EVENT + ", " + String.join(", ", FhirTypes.CONTEXT));
        if (!base.getPath().endsWith("/")) {
            base = URI.create(base + "/");
        }
    }

    /** @return empty when no server is to be polled */
    static Optional<PollSettings> of(Settings settings) {
        return settings.optional(Setting.POLL_URL)
                .map(url -> new PollSettings(
                        uri(url.strip()),
                        settings.duration(Setting.POLL_INTERVAL),
                        Arrays.stream(settings.text(Setting.POLL_TYPES).split(",", -1))
                                .map(String::strip)
                                .toList(),
                        settings.duration(Setting.POLL_SINCE),
                        settings.optional(Setting.POLL_TOKEN_FILE).map(file -> Path.of(file.strip())),
                        Path.of(settings.text(Setting.PRODUCERS_STATE_DIRECTORY).strip(), "poll")));
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(Setting.POLL_URL.key() + " must be a URL such as https://host/fhir.", e);
        }
    }

    private static boolean isServer(URI base) {
        return base.getScheme() != null
                && SCHEMES.contains(base.getScheme())
                && base.getHost() != null
                && Stream.of(base.getRawQuery(), base.getRawFragment(), base.getRawUserInfo())
                        .allMatch(part -> part == null);
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static boolean areKnown(List<String> types) {
        return new HashSet<>(types).size() == types.size()
                && types.stream()
                        .allMatch(type -> type.equals(FhirTypes.AUDIT_EVENT) || FhirTypes.CONTEXT.contains(type));
    }

    private static void require(boolean right, Setting setting, String allowed) {
        if (!right) {
            throw new SettingsException(setting.key() + " must be " + allowed + ".");
        }
    }
}
