package org.chartwarden.sink.kibana;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;

/**
 * Which Kibana, and as whom.
 *
 * @param url its address, with the base path when it has one
 * @param space the space's id; empty for the default one
 * @param username empty for a Kibana without security
 * @param password empty exactly when the user name is
 */
public record KibanaSettings(String url, Optional<String> space, Optional<String> username, Optional<String> password) {

    private static final Pattern SPACE = Pattern.compile("[a-z0-9_-]+");
    private static final Pattern URL = Pattern.compile("https?://[^\\s?#]+");

    public KibanaSettings {
        url = url.replaceAll("/+$", "");
        if (!URL.matcher(url).matches()) {
            throw new SettingsException("Kibana's address must begin with http:// or https:// and have no query.");
        }
        if (space.isPresent() && !SPACE.matcher(space.get()).matches()) {
            throw new SettingsException(
                    "A space is named by its id: lower-case letters, digits, _ and -, as in Kibana's address after /s/.");
        }
        if (username.isPresent() != password.isPresent()) {
            throw new SettingsException("kibana.username and kibana.password: set both or neither.");
        }
    }

    /**
     * @param url instead of kibana.url
     * @throws SettingsException naming the setting that is wrong and what is allowed
     */
    public static KibanaSettings of(Settings settings, Optional<String> url, Optional<String> space) {
        String address = url.or(() -> settings.optional(Setting.KIBANA_URL))
                .orElseThrow(() -> new SettingsException("Where is Kibana? Set kibana.url, or name it with --url."));
        return new KibanaSettings(
                address, space, settings.optional(Setting.KIBANA_USERNAME), settings.optional(Setting.KIBANA_PASSWORD));
    }

    URI status() {
        return URI.create(url + "/api/status");
    }

    /** Replaces objects that are there already: after an update ours are the newer ones. */
    URI importing() {
        return URI.create(url + space.map(id -> "/s/" + id).orElse("") + "/api/saved_objects/_import?overwrite=true");
    }

    /** Value of the header; empty without a user. */
    Optional<String> authorization() {
        return username.map(user -> "Basic "
                + Base64.getEncoder()
                        .encodeToString((user + ":" + password.orElseThrow()).getBytes(StandardCharsets.UTF_8)));
    }
}
