package org.chartwarden.sink.mail;

import java.util.Objects;

/** An alert still waits, although its deadline has passed. */
public record EscalationNotice(MailedAlert alert, Site site) implements Notice {

    public EscalationNotice {
        Objects.requireNonNull(alert, "alert");
        Objects.requireNonNull(site, "site");
    }
}
