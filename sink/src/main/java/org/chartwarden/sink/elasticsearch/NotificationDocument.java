package org.chartwarden.sink.elasticsearch;

import java.time.Instant;
import org.chartwarden.model.Notification;
import org.chartwarden.model.NotificationState;

/** Makes the document of a mail: what became of it replaces what was planned, and never the other way round. */
final class NotificationDocument {

    private static final String INDEX = "chartwarden-notifications";
    private static final int PLANNED_VERSION = 1;
    private static final int SETTLED_VERSION = 2;

    private NotificationDocument() {}

    /**
     * @param now for event.ingested
     * @throws IllegalArgumentException see {@link Document}
     */
    static Document of(Notification mail, Instant now) {
        Fields fields = new Fields()
                .put("@timestamp", mail.getPlannedAt())
                .put("event.id", mail.getMessageId())
                .put("event.kind", "event")
                .put("event.category", "email")
                .put("event.type", "info")
                .put("event.action", Names.lowerCase(mail.getKind()))
                .put("event.outcome", outcome(mail.getState()))
                .put("event.ingested", now)
                .put("chartwarden.state", Names.lowerCase(mail.getState()))
                .put("chartwarden.recipient", mail.getRecipient())
                .put("chartwarden.alert_ids", mail.getAlertIds())
                .put("chartwarden.settled_at", mail.getSettledAt())
                .put("chartwarden.detail", mail.getDetail());
        int version = mail.getState() == NotificationState.PLANNED ? PLANNED_VERSION : SETTLED_VERSION;
        return new Document(INDEX, mail.getMessageId(), version, mail.getPlannedAt(), fields);
    }

    /** One of ECS' allowed values. */
    private static String outcome(NotificationState state) {
        return switch (state) {
            case PLANNED, CANCELLED -> "unknown";
            case SENT -> "success";
            case REFUSED -> "failure";
        };
    }
}
