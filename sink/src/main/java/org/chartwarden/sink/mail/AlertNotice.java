package org.chartwarden.sink.mail;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.chartwarden.model.Alert;
import org.chartwarden.model.Severity;

/**
 * All that a mail may say of an alert. Nothing about a person, a place or what happened fits in here, so nothing of that
 * can leave by mail, whatever the renderer does.
 *
 * @param alertId the alert's id, from which nobody can compute a person's
 * @param raised when the alert came up
 * @param system the site's name of the system
 * @param severity how grave it is
 * @param action what the reader is to do
 * @param deadline by when
 * @param contact whom to ask
 * @param link where to read on, after a login
 */
record AlertNotice(
        String alertId,
        ZonedDateTime raised,
        String system,
        Severity severity,
        String action,
        ZonedDateTime deadline,
        String contact,
        URI link) {

    private static final String ACTION = "Open the alert, review its evidence and record your decision.";

    AlertNotice {
        Objects.requireNonNull(alertId, "alertId");
        Objects.requireNonNull(raised, "raised");
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(link, "link");
    }

    /**
     * @param raised when the alert came up; the deadline counts from there
     */
    static AlertNotice of(Alert alert, Instant raised, MailSettings settings) {
        ZonedDateTime time = raised.atZone(settings.zone());
        String id = URLEncoder.encode(alert.getAlertId(), StandardCharsets.UTF_8);
        return new AlertNotice(
                alert.getAlertId(),
                time,
                settings.system(),
                alert.getSeverity(),
                ACTION,
                time.plus(timeToReview(alert.getSeverity())),
                settings.contact(),
                URI.create(settings.link().replace("{alertId}", id)));
    }

    private static Duration timeToReview(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Duration.ofHours(4);
            case HIGH -> Duration.ofDays(1);
            case MEDIUM -> Duration.ofDays(3);
            case LOW -> Duration.ofDays(7);
        };
    }
}
