package org.chartwarden.sink.mail.engine;

import java.util.List;
import java.util.Optional;
import org.chartwarden.model.Notification;
import org.chartwarden.sink.mail.AlertNotice;
import org.chartwarden.sink.mail.CourtesyNotice;
import org.chartwarden.sink.mail.DigestNotice;
import org.chartwarden.sink.mail.DigestReason;
import org.chartwarden.sink.mail.EscalationNotice;
import org.chartwarden.sink.mail.MailedAlert;
import org.chartwarden.sink.mail.Notice;
import org.chartwarden.sink.mail.Site;

/** What planned mails tell, after a restart as before: of what still waits for an officer. */
record Notices(Site site) {

    /** Empty when no alert of which it tells waits any longer. */
    Optional<Notice> of(Notification mail, MailState state) {
        List<MailedAlert> alerts =
                state.dueAlertsOf(mail).stream().map(AlertFacts::mailed).toList();
        return switch (mail.getKind()) {
            case ALERT -> alerts.stream().findFirst().map(alert -> new AlertNotice(alert, site));
            case ESCALATION -> alerts.stream().findFirst().map(alert -> new EscalationNotice(alert, site));
            case DIGEST ->
                alerts.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new DigestNotice(DigestReason.valueOf(mail.getDetail()), alerts, site));
            case COURTESY ->
                mail.getAlertIds().stream()
                        .flatMap(id -> state.alert(id).stream())
                        .findFirst()
                        .map(this::courtesy);
            case CHAIN_HEAD -> Optional.of(ChainHeads.notice(mail, site));
        };
    }

    private CourtesyNotice courtesy(AlertFacts alert) {
        return new CourtesyNotice(alert.lastAccess().atZone(site.zone()).toLocalDate(), site);
    }
}
