package org.chartwarden.sink.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import org.chartwarden.sink.mail.smtp.SmtpOutcome;
import org.chartwarden.sink.mail.smtp.SmtpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mails to the SMTP server. */
public final class Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);

    private final SmtpServer server;
    private final Session session;
    private final MailWriter writer;

    public Mailer(MailSettings settings) {
        this.server = settings.server();
        this.session = server.session();
        this.writer = new MailWriter(session, settings.from());
    }

    /**
     * Tries once to send one mail to one recipient. Nobody gets it twice, unless the connection breaks between the
     * server's acceptance and its word of it.
     *
     * @param messageId see {@link MessageIds}
     * @param date the mail's, the same when it is sent again
     */
    public SmtpOutcome attempt(String messageId, Notice notice, Instant date, InternetAddress recipient) {
        boolean accepted = false;
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage mail = writer.write(messageId, notice, date, recipient);
            transport.connect();
            transport.sendMessage(mail, new Address[] {recipient});
            accepted = true;
        } catch (MessagingException e) {
            if (!accepted) {
                return SmtpOutcome.of(e, server);
            }
            LOG.debug("The mail server broke off after it had taken a mail", e);
        }
        return new SmtpOutcome.Sent();
    }
}
