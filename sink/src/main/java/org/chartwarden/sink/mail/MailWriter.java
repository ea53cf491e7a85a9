package org.chartwarden.sink.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes mails of notices: text and HTML, and the headers by which mail programs sort and thread them. */
public final class MailWriter {

    private final Session session;
    private final InternetAddress from;

    public MailWriter(Session session, InternetAddress from) {
        this.session = session;
        this.from = from;
    }

    /**
     * One mail to one recipient.
     *
     * @param messageId see {@link MessageIds}
     * @param date the mail's
     */
    public MimeMessage write(String messageId, Notice notice, Instant date, InternetAddress recipient)
            throws MessagingException {
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId);
            }
        };
        mail.setFrom(from);
        mail.setRecipient(RecipientType.TO, recipient);
        mail.setSentDate(Date.from(date));
        mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office replies, please
        for (Map.Entry<String, String> header : headers(notice).entrySet()) {
            mail.setHeader(header.getKey(), header.getValue());
        }
        RenderedNotice words = RenderedNotice.of(notice);
        mail.setSubject(words.subject(), StandardCharsets.UTF_8.name());
        mail.setContent(new MimeMultipart("alternative", part(words.text(), "plain"), part(words.html(), "html")));
        mail.saveChanges();
        return mail;
    }

    private Map<String, String> headers(Notice notice) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (notice instanceof EscalationNotice escalation) {
            headers.put("References", MessageIds.ofThread(escalation.alert().id(), from));
        } else if (notice instanceof AlertNotice alert) {
            headers.put("References", MessageIds.ofThread(alert.alert().id(), from));
            addUnsubscribe(
                    headers, notice.site(), "unsubscribe%20" + alert.alert().id());
        } else if (notice instanceof DigestNotice) {
            addUnsubscribe(headers, notice.site(), "unsubscribe");
        }
        return headers;
    }

    /** RFC 2369: a mail to the contact, who is a person; nothing is offered that Chartwarden would do by itself. */
    private static void addUnsubscribe(Map<String, String> headers, Site site, String subject) {
        site.contactAddress()
                .ifPresent(
                        address -> headers.put("List-Unsubscribe", "<mailto:" + address + "?subject=" + subject + ">"));
    }

    private static MimeBodyPart part(String words, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(words, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }
}
