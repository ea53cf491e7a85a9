package org.chartwarden.sink.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.chartwarden.sink.kibana.KibanaLinks;
import org.chartwarden.sink.mail.smtp.SmtpServer;

/**
 * How mails are sent, and what of the site they name.
 *
 * @param server takes them
 * @param from the sender
 * @param to who gets alerts that are routed to nobody else, at least one
 * @param site what mails say of it
 * @param courtesyTime when in the evening employees are written to, in the site's zone; empty: never
 */
public record MailSettings(
        SmtpServer server,
        InternetAddress from,
        List<InternetAddress> to,
        Site site,
        Optional<LocalTime> courtesyTime) {

    /** @throws SettingsException when nobody is named */
    public MailSettings {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(courtesyTime, "courtesyTime");
        if (to.isEmpty()) {
            throw new SettingsException(
                    "mail.to names nobody: it must be one address or several, separated by commas.");
        }
        to = List.copyOf(to);
    }

    /** @throws SettingsException naming the setting that is wrong and what is allowed */
    public static MailSettings of(Settings settings) {
        List<InternetAddress> from = addresses(settings, Setting.MAIL_FROM);
        if (from.size() != 1) {
            throw new SettingsException("mail.from must be exactly one address.");
        }
        LocalTime evening = courtesyTime(settings); // read in any case: a wrong one is told at once
        return new MailSettings(
                SmtpServer.of(settings),
                from.get(0),
                addresses(settings, Setting.MAIL_TO),
                site(settings),
                settings.flag(Setting.MAIL_COURTESY) ? Optional.of(evening) : Optional.empty());
    }

    private static Site site(Settings settings) {
        return new Site(
                settings.text(Setting.SITE_NAME),
                settings.zone(Setting.SITE_ZONE),
                settings.text(Setting.MAIL_CONTACT),
                link(settings));
    }

    /** As it was set by hand, else into the site's Kibana. */
    private static String link(Settings settings) {
        boolean byHand =
                !settings.asMap().getOrDefault(Setting.MAIL_LINK.key(), "").isBlank();
        Optional<String> kibana = settings.optional(Setting.KIBANA_URL).filter(url -> !byHand);
        return kibana.map(KibanaLinks::alert).orElseGet(() -> settings.text(Setting.MAIL_LINK));
    }

    private static LocalTime courtesyTime(Settings settings) {
        try {
            return LocalTime.parse(settings.text(Setting.MAIL_COURTESY_TIME).strip());
        } catch (DateTimeException e) {
            throw new SettingsException(
                    "mail.courtesy.time is \"" + settings.text(Setting.MAIL_COURTESY_TIME)
                            + "\", but must be a time of day such as 20:00.",
                    e);
        }
    }

    private static List<InternetAddress> addresses(Settings settings, Setting setting) {
        try {
            InternetAddress[] parsed = InternetAddress.parse(settings.text(setting));
            for (InternetAddress address : parsed) {
                address.validate();
            }
            return List.of(parsed);
        } catch (AddressException e) {
            throw new SettingsException(
                    setting.key() + " holds an address that is not valid: " + e.getMessage()
                            + ". Allowed is name@host, several separated by commas.",
                    e);
        }
    }
}
