package org.chartwarden.sink.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said of one alert. */
final class AlertWords {

    private static final String ACTION = "Open the alert, review its evidence and record your decision.";

    private AlertWords() {}

    static Letter of(AlertNotice notice) {
        MailedAlert alert = notice.alert();
        Site site = notice.site();
        return new Letter(
                "[%s] %s alert: review by %s (%s)"
                        .formatted(site.system(), alert.severity(), Times.show(alert.deadline(), site), alert.id()),
                alert.severity() + " ALERT",
                Optional.of(alert.severity()),
                List.of(ACTION),
                facts(alert, "Review by", site),
                List.of(),
                link(alert, site),
                Footers.forAlert(site));
    }

    static Letter of(EscalationNotice notice) {
        MailedAlert alert = notice.alert();
        Site site = notice.site();
        return new Letter(
                "[%s] Overdue: %s alert, review was due %s (%s)"
                        .formatted(site.system(), alert.severity(), Times.show(alert.deadline(), site), alert.id()),
                "OVERDUE: " + alert.severity() + " ALERT",
                Optional.of(alert.severity()),
                List.of("The deadline of this alert has passed, and nobody has decided it.", ACTION),
                facts(alert, "Was due", site),
                List.of(),
                link(alert, site),
                Footers.forEscalation(site));
    }

    private static Map<String, String> facts(MailedAlert alert, String deadline, Site site) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Alert", alert.id().value());
        facts.put("Severity", alert.severity().name());
        facts.put("Raised", Times.show(alert.raised(), site));
        facts.put(deadline, Times.show(alert.deadline(), site));
        facts.put("System", site.system());
        facts.put("Contact", site.contact());
        return facts;
    }

    private static Optional<Letter.Link> link(MailedAlert alert, Site site) {
        return Optional.of(
                new Letter.Link("Open the alert", site.linkTo(alert.id()).toString()));
    }
}
