package org.chartwarden.sink.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.chartwarden.model.Severity;
import org.junit.jupiter.api.Test;

class MailWriterTest {

    private static final MailedAlert ALERT = Notices.alert("4f1c0a", Severity.HIGH);
    private static final Site WITH_ADDRESS =
            new Site("Chartwarden", ZoneId.of("UTC"), "the privacy office <privacy@hospital.example>", "http://h/");

    @Test
    void shouldBeOneMailToOneRecipientInTextAndHtml() throws Exception {
        MimeMessage mail = write(new AlertNotice(ALERT, Notices.SITE));

        assertThat(headers(mail))
                .contains(
                        "From: bot@hospital.example",
                        "To: ann@hospital.example",
                        "Message-Id: <1@hospital.example>",
                        "Auto-Submitted: auto-generated");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(Notices.RAISED));
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    }

    @Test
    void shouldThreadAnEscalationWithItsAlert() throws Exception {
        String[] alert = write(new AlertNotice(ALERT, Notices.SITE)).getHeader("References");
        String[] escalation = write(new EscalationNotice(ALERT, Notices.SITE)).getHeader("References");
        String[] other = write(new AlertNotice(Notices.alert("bb", Severity.HIGH), Notices.SITE))
                .getHeader("References");

        assertThat(escalation).hasSize(1).isEqualTo(alert).isNotEqualTo(other);
        assertThat(escalation[0]).matches("<[0-9a-f-]{36}@hospital.example>");
    }

    @Test
    void shouldOfferToUnsubscribeOnlyWhereSomebodyReadsIt() throws Exception {
        assertThat(write(new AlertNotice(ALERT, WITH_ADDRESS)).getHeader("List-Unsubscribe"))
                .containsExactly("<mailto:privacy@hospital.example?subject=unsubscribe%204f1c0a>");
        assertThat(write(new DigestNotice(DigestReason.DAILY, List.of(ALERT), WITH_ADDRESS))
                        .getHeader("List-Unsubscribe"))
                .containsExactly("<mailto:privacy@hospital.example?subject=unsubscribe>");
        assertThat(write(new AlertNotice(ALERT, Notices.SITE)).getHeader("List-Unsubscribe"))
                .isNull();
        assertThat(write(new EscalationNotice(ALERT, WITH_ADDRESS)).getHeader("List-Unsubscribe"))
                .isNull();
    }

    private static MimeMessage write(Notice notice) throws MessagingException {
        return new MailWriter(Session.getInstance(new Properties()), Notices.BOT)
                .write("<1@hospital.example>", notice, Notices.RAISED, Notices.ANN);
    }

    private static List<String> headers(MimeMessage mail) throws MessagingException {
        return Collections.list(mail.getAllHeaders()).stream()
                .map(header -> header.getName() + ": " + header.getValue())
                .toList();
    }
}
