package org.chartwarden.sink.mail.smtp;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;

/**
 * The server that takes our mails.
 *
 * @param host its name, for which its certificate must be made
 * @param port its port
 * @param startTls send nothing before the connection is encrypted (RFC 3207)
 * @param login empty to send without
 * @param trust makes connections to servers whose authority the site trusts; empty for those that Java trusts
 */
public record SmtpServer(
        String host, int port, boolean startTls, Optional<SmtpLogin> login, Optional<SSLSocketFactory> trust) {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    /** @throws SettingsException when a password would go over the wire unencrypted */
    public SmtpServer {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(trust, "trust");
        if (login.isPresent() && !startTls) {
            throw new SettingsException(
                    "mail.username needs mail.starttls=true: a password is never sent unencrypted.");
        }
    }

    /** @throws SettingsException naming the setting that is wrong and what is allowed */
    public static SmtpServer of(Settings settings) {
        return new SmtpServer(
                settings.text(Setting.MAIL_HOST),
                settings.integer(Setting.MAIL_PORT),
                settings.flag(Setting.MAIL_STARTTLS),
                login(settings.optional(Setting.MAIL_USERNAME), settings.optional(Setting.MAIL_PASSWORD)),
                SmtpTrust.of(settings));
    }

    private static Optional<SmtpLogin> login(Optional<String> username, Optional<String> password) {
        if (username.isPresent() != password.isPresent()) {
            throw new SettingsException("mail.username and mail.password: set both or neither.");
        }
        return username.map(name -> new SmtpLogin(name, password.orElseThrow()));
    }

    /** How Jakarta Mail speaks to it. */
    public Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.auth", Boolean.toString(login.isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        trust.ifPresent(factory -> {
            properties.put("mail.smtp.ssl.socketFactory", factory);
            // Else a certificate that this factory refuses would be tried again with Java's own authorities.
            properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        });
        return Session.getInstance(
                properties, login.map(SmtpServer::authenticator).orElse(null));
    }

    private static Authenticator authenticator(SmtpLogin login) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(login.username(), login.password());
            }
        };
    }

    /** Host and port. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
