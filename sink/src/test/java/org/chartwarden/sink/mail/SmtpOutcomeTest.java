package org.chartwarden.sink.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpOutcomeTest {

    private InternetAddress ann;
    private InternetAddress bob;

    @BeforeEach
    void setUp() throws MessagingException {
        ann = new InternetAddress("ann@hospital.example");
        bob = new InternetAddress("bob@hospital.example");
    }

    @Test
    void shouldNotSendAgainToWhomItWasSentNorToWhomWasRefused() {
        MessagingException failure = sendFailure(".", 250, new SMTPAddressFailedException(bob, "RCPT", 550, "no"), ann);

        assertThat(SmtpOutcome.of(failure, List.of(ann, bob)))
                .isEqualTo(new SmtpOutcome(List.of("a recipient was refused with 550"), List.of(), null));
    }

    @Test
    void shouldSendAgainToWhomTheServerCannotServeNow() {
        MessagingException failure =
                sendFailure(".", 250, new SMTPAddressFailedException(bob, "RCPT", 451, "busy"), ann);

        assertThat(SmtpOutcome.of(failure, List.of(ann, bob)))
                .isEqualTo(new SmtpOutcome(List.of(), List.of(bob), "it answered 250 to ."));
    }

    @Test
    void shouldGiveUpWhenTheMailItselfIsRefused() {
        MessagingException failure = sendFailure(".", 554, null);

        assertThat(SmtpOutcome.of(failure, List.of(ann)))
                .isEqualTo(new SmtpOutcome(List.of("the mail was refused with 554"), List.of(), null));
    }

    @Test
    void shouldWaitWhenTheSenderOrTheLoginIsRefused() {
        MessagingException sender = sendFailure("MAIL FROM:<x@y>", 550, null);
        MessagingException login = new AuthenticationFailedException("535 secret");

        assertThat(SmtpOutcome.of(sender, List.of(ann)))
                .isEqualTo(new SmtpOutcome(List.of(), List.of(ann), "it answered 550 to MAIL"));
        assertThat(SmtpOutcome.of(login, List.of(ann)))
                .isEqualTo(new SmtpOutcome(List.of(), List.of(ann), "AuthenticationFailedException"));
    }

    private static MessagingException sendFailure(String command, int code, Exception next, Address... sent) {
        Address[] none = {};
        return new SMTPSendFailedException(command, code, "answer", next, sent, none, none);
    }
}
