package org.chartwarden.sink.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;

class SmtpOutcomeTest {

    private static final SmtpServer SERVER =
            new SmtpServer("mail.example", 25, false, Optional.empty(), Optional.empty());

    @Test
    void shouldGiveUpOnARecipientWhomTheServerRefusesForGood() throws Exception {
        assertThat(SmtpOutcome.of(recipientAnswered(550), SERVER))
                .isEqualTo(new SmtpOutcome.Refused("the recipient was refused with 550"));
    }

    @Test
    void shouldSendAgainToWhomTheServerCannotServeNow() throws Exception {
        assertThat(SmtpOutcome.of(recipientAnswered(451), SERVER)).isEqualTo(later("it answered 451 to RCPT"));
    }

    @Test
    void shouldGiveUpWhenTheMailItselfIsRefused() {
        assertThat(SmtpOutcome.of(answered(".", 554, null), SERVER))
                .isEqualTo(new SmtpOutcome.Refused("the mail was refused with 554"));
        assertThat(SmtpOutcome.of(answered(".", 452, null), SERVER)).isEqualTo(later("it answered 452 to ."));
    }

    @Test
    void shouldWaitWhenTheSenderTheLoginOrTheCertificateIsNotAsItShouldBe() {
        MessagingException untrusted = new MessagingException("secret", new SSLHandshakeException("secret"));

        assertThat(SmtpOutcome.of(answered("MAIL FROM:<x@y>", 550, null), SERVER))
                .isEqualTo(later("it answered 550 to MAIL"));
        assertThat(SmtpOutcome.of(new AuthenticationFailedException("535 secret"), SERVER))
                .isEqualTo(later("it refuses the login (mail.username, mail.password)"));
        assertThat(SmtpOutcome.of(untrusted, SERVER))
                .isEqualTo(later("its certificate is not trusted, or TLS failed otherwise (SSLHandshakeException)"));
    }

    private static SmtpOutcome later(String problem) {
        return new SmtpOutcome.Later("The mail server mail.example:25 does not take mails: " + problem + ".");
    }

    private static MessagingException recipientAnswered(int code) throws MessagingException {
        InternetAddress ann = new InternetAddress("ann@hospital.example");
        return answered("RCPT TO:<ann>", code, new SMTPAddressFailedException(ann, "RCPT", code, "no"));
    }

    private static MessagingException answered(String command, int code, Exception next) {
        Address[] none = {};
        return new SMTPSendFailedException(command, code, "answer", next, none, none, none);
    }
}
