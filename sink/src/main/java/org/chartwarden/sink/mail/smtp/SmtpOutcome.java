package org.chartwarden.sink.mail.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** What one try to send a mail to one recipient came to. */
public sealed interface SmtpOutcome {

    /** The server has taken the mail. */
    record Sent() implements SmtpOutcome {}

    /**
     * The server will never take it (RFC 5321, 4.2.1: 5yz to the recipient or to the mail).
     *
     * @param reason without contents
     */
    record Refused(String reason) implements SmtpOutcome {}

    /**
     * It is to be sent again.
     *
     * @param problem what stands against it now: a sentence without contents
     */
    record Later(String problem) implements SmtpOutcome {}

    int PERMANENT = 500;

    /** What a failure to send means. */
    static SmtpOutcome of(MessagingException failure, SmtpServer server) {
        for (Exception next = failure; next instanceof MessagingException part; next = part.getNextException()) {
            if (next instanceof SMTPAddressFailedException address && address.getReturnCode() >= PERMANENT) {
                return new Refused("the recipient was refused with " + address.getReturnCode());
            }
        }
        // Only after DATA: a refused login or sender is a matter of the settings, and goes away when they are right.
        if (failure instanceof SMTPSendFailedException sending
                && sending.getReturnCode() >= PERMANENT
                && (sending.getCommand().equals("DATA") || sending.getCommand().equals("."))) {
            return new Refused("the mail was refused with " + sending.getReturnCode());
        }
        return new Later("The mail server " + server + " does not take mails: " + describe(failure) + ".");
    }

    private static String describe(MessagingException failure) {
        if (failure instanceof SMTPSendFailedException sending) {
            String command = sending.getCommand().split(" ")[0];
            return "it answered " + sending.getReturnCode() + " to " + command;
        }
        if (failure instanceof AuthenticationFailedException) {
            return "it refuses the login (mail.username, mail.password)";
        }
        if (failure instanceof MailConnectException) {
            return "it cannot be reached";
        }
        if (failure.getCause() instanceof SSLException) {
            return "its certificate is not trusted, or TLS failed otherwise ("
                    + failure.getCause().getClass().getSimpleName() + ")";
        }
        return failure.getClass().getSimpleName();
    }
}
