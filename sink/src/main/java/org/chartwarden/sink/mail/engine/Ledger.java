package org.chartwarden.sink.mail.engine;

import org.chartwarden.model.Notification;
import org.chartwarden.sink.kafka.Patience;

/** Where it is written down for good what is planned and what was sent. */
public interface Ledger {

    /** Returns when it is kept. */
    void write(Notification mail, Patience patience) throws InterruptedException;

    /**
     * Writes down that nobody can be told of an alert.
     *
     * @param origin of the alert's newest record
     * @param reason the server's
     */
    void unreachable(String alertId, Origin origin, String reason, Patience patience) throws InterruptedException;
}
