package org.chartwarden.sink.mail;

import jakarta.mail.Address;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.chartwarden.sink.kafka.Patience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mails to the SMTP server, until it has taken or refused each for every recipient. */
final class Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);

    private final MailSettings settings;
    private final Session session;

    Mailer(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(settings.session(), new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(
                        settings.username().orElseThrow(), settings.password().orElseThrow());
            }
        });
    }

    /**
     * Sends one mail; waits for the server as long as it takes. Nobody gets it twice, unless the connection breaks
     * between the server's acceptance and its word of it.
     *
     * @return one reason for each recipient whom the server refused for good
     */
    List<String> send(String messageId, RenderedNotice notice, ZonedDateTime date, Patience patience)
            throws InterruptedException {
        List<String> refusals = new ArrayList<>();
        List<Address> pending = List.copyOf(settings.to());
        for (int failures = 1; !pending.isEmpty(); failures++) {
            SmtpOutcome outcome = attempt(messageId, notice, date, pending);
            refusals.addAll(outcome.refusals());
            pending = outcome.later();
            if (!pending.isEmpty()) {
                patience.pause(
                        failures,
                        "The mail server " + settings.host() + ":" + settings.port() + " does not take mails: "
                                + outcome.problem() + ".");
            }
        }
        patience.relieved();
        return refusals;
    }

    private SmtpOutcome attempt(String messageId, RenderedNotice notice, ZonedDateTime date, List<Address> pending) {
        boolean accepted = false;
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage message = message(messageId, notice, date);
            transport.connect();
            transport.sendMessage(message, pending.toArray(Address[]::new));
            accepted = true;
        } catch (MessagingException e) {
            if (!accepted) {
                return SmtpOutcome.of(e, pending);
            }
            LOG.debug("The mail server broke off after it had taken a mail", e);
        }
        return SmtpOutcome.SENT;
    }

    MimeMessage message(String messageId, RenderedNotice notice, ZonedDateTime date) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId);
            }
        };
        message.setFrom(settings.from());
        message.setRecipients(RecipientType.TO, settings.to().toArray(Address[]::new));
        message.setSubject(notice.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(date.toInstant()));
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office replies, please
        MimeBodyPart text = new MimeBodyPart();
        text.setText(notice.text(), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText(notice.html(), StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }
}
