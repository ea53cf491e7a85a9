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

/** What planned mails tell: after a restart the same as before. */
record Notices(Site site) {

    /** Empty when none of its alerts is known any more. */
    Optional<Notice> of(Notification mail, MailState state) {
        List<AlertFacts> alerts = mail.getAlertIds().stream()
                .flatMap(id -> state.alert(id).stream())
                .toList();
        List<MailedAlert> mailed = alerts.stream().map(AlertFacts::mailed).toList();
        return switch (mail.getKind()) {
            case ALERT -> mailed.stream().findFirst().map(alert -> new AlertNotice(alert, site));
            case ESCALATION -> mailed.stream().findFirst().map(alert -> new EscalationNotice(alert, site));
            case DIGEST ->
                mailed.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new DigestNotice(DigestReason.valueOf(mail.getDetail()), mailed, site));
            case COURTESY -> alerts.stream().findFirst().map(this::courtesy);
            case CHAIN_HEAD -> Optional.of(ChainHeads.notice(mail, site));
        };
    }

    private CourtesyNotice courtesy(AlertFacts alert) {
        return new CourtesyNotice(alert.lastAccess().atZone(site.zone()).toLocalDate(), site);
    }
}
