package org.chartwarden.sink.mail;

import java.util.Objects;

/** An alert waits to be reviewed. */
public record AlertNotice(MailedAlert alert, Site site) implements Notice {

    public AlertNotice {
        Objects.requireNonNull(alert, "alert");
        Objects.requireNonNull(site, "site");
    }
}
