package org.chartwarden.sink.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;

/**
 * How mails are sent, and what of the site they name.
 *
 * @param host the SMTP server
 * @param port its port
 * @param startTls refuse to send unencrypted
 * @param username empty to send without authentication
 * @param password empty exactly when the user name is
 * @param from the sender
 * @param to the recipients, at least one
 * @param system site.name
 * @param zone of the times in the mail
 * @param contact whom to ask
 * @param link {@code {alertId}} stands for the alert's id
 */
record MailSettings(
        String host,
        int port,
        boolean startTls,
        Optional<String> username,
        Optional<String> password,
        InternetAddress from,
        List<InternetAddress> to,
        String system,
        ZoneId zone,
        String contact,
        String link) {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    MailSettings {
        if (username.isPresent() != password.isPresent()) {
            throw new SettingsException("mail.username and mail.password: set both or neither.");
        }
        if (to.isEmpty()) {
            throw new SettingsException(
                    "mail.to names nobody: it must be one address or several, separated by commas.");
        }
        to = List.copyOf(to);
        requireUri(link);
    }

    /** @throws SettingsException naming the setting that is wrong and what is allowed */
    static MailSettings of(Settings settings) {
        List<InternetAddress> from = addresses(settings, Setting.MAIL_FROM);
        if (from.size() != 1) {
            throw new SettingsException("mail.from must be exactly one address.");
        }
        return new MailSettings(
                settings.text(Setting.MAIL_HOST),
                settings.integer(Setting.MAIL_PORT),
                settings.flag(Setting.MAIL_STARTTLS),
                settings.optional(Setting.MAIL_USERNAME),
                settings.optional(Setting.MAIL_PASSWORD),
                from.get(0),
                addresses(settings, Setting.MAIL_TO),
                settings.text(Setting.SITE_NAME),
                settings.zone(Setting.SITE_ZONE),
                settings.text(Setting.MAIL_CONTACT),
                settings.text(Setting.MAIL_LINK));
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

    private static void requireUri(String link) {
        try {
            URI.create(link.replace("{alertId}", "id"));
        } catch (IllegalArgumentException e) {
            throw new SettingsException("mail.link is not a URL: " + e.getMessage() + ".", e);
        }
    }

    /** For Jakarta Mail's session. */
    Properties session() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.auth", Boolean.toString(username.isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        // One wrong address must not keep the mail from the others.
        properties.setProperty("mail.smtp.sendpartial", "true");
        return properties;
    }
}
