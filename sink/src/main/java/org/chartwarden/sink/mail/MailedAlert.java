package org.chartwarden.sink.mail;

import java.time.Instant;
import java.util.Objects;
import org.chartwarden.model.Alert;
import org.chartwarden.model.Severity;

/**
 * All that a mail may say of an alert.
 *
 * @param id the alert's
 * @param severity how grave it is
 * @param raised since when it waits for an officer
 */
public record MailedAlert(AlertId id, Severity severity, Instant raised) {

    public MailedAlert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(raised, "raised");
    }

    /**
     * What may be said of this one.
     *
     * @param known when it was heard of: stands in for the time of opening where the alert does not tell it
     * @throws IllegalArgumentException when its id is none
     */
    public static MailedAlert of(Alert alert, Instant known) {
        Instant raised = alert.getOpenedAt() == null ? known : alert.getOpenedAt();
        return new MailedAlert(new AlertId(alert.getAlertId()), alert.getSeverity(), raised);
    }

    /** By when it is to be reviewed. */
    public Instant deadline() {
        return raised.plus(Deadlines.timeToReview(severity));
    }
}
