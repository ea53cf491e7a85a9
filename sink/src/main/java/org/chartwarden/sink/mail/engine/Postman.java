package org.chartwarden.sink.mail.engine;

import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import org.chartwarden.sink.mail.Notice;
import org.chartwarden.sink.mail.smtp.SmtpOutcome;

/** Tries once to hand a mail to the server. */
@FunctionalInterface
public interface Postman {

    /** Does not wait for a server that is away. */
    SmtpOutcome attempt(String messageId, Notice notice, Instant date, InternetAddress recipient);
}
