package org.chartwarden.sink.mail;

import java.net.URI;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.chartwarden.settings.SettingsException;

/**
 * What mails say of the site: words of its settings, the same in every mail.
 *
 * @param system the system's name
 * @param zone of the times
 * @param contact whom to ask
 * @param link where an alert is read after a login; {@code {alertId}} stands for the alert's id
 */
public record Site(String system, ZoneId zone, String contact, String link) {

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]*[A-Za-z0-9]");
    private static final String PLACE = "{alertId}";

    /** @throws SettingsException when the link is none */
    public Site {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(contact, "contact");
        try {
            URI.create(link.replace(PLACE, "id"));
        } catch (IllegalArgumentException e) {
            throw new SettingsException("mail.link is not a URL: " + e.getMessage() + ".", e);
        }
    }

    /** Where this alert is read. */
    public URI linkTo(AlertId alert) {
        return URI.create(link.replace(PLACE, alert.value())); // an id's characters need no escaping
    }

    /** The address within the contact's words; empty when it holds none. */
    Optional<String> contactAddress() {
        return ADDRESS.matcher(contact).results().map(MatchResult::group).findFirst();
    }
}
