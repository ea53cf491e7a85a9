package org.chartwarden.sink.mail;

import java.util.List;
import java.util.Objects;

/**
 * Several alerts wait to be reviewed.
 *
 * @param reason why they come together
 * @param alerts at least one, in any order
 */
public record DigestNotice(DigestReason reason, List<MailedAlert> alerts, Site site) implements Notice {

    public DigestNotice {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(site, "site");
        alerts = List.copyOf(alerts);
        if (alerts.isEmpty()) {
            throw new IllegalArgumentException("A digest tells of one alert at least.");
        }
    }
}
