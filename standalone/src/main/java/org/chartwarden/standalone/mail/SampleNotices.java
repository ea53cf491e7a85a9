package org.chartwarden.standalone.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chartwarden.model.Severity;
import org.chartwarden.sink.mail.AlertId;
import org.chartwarden.sink.mail.AlertNotice;
import org.chartwarden.sink.mail.ChainHeadNotice;
import org.chartwarden.sink.mail.CourtesyNotice;
import org.chartwarden.sink.mail.DigestNotice;
import org.chartwarden.sink.mail.DigestReason;
import org.chartwarden.sink.mail.EscalationNotice;
import org.chartwarden.sink.mail.MailedAlert;
import org.chartwarden.sink.mail.Notice;
import org.chartwarden.sink.mail.Sha256;
import org.chartwarden.sink.mail.Site;

/** One notice of each kind, about alerts that never were. */
public final class SampleNotices {

    /** The time of all of them. */
    public static final Instant NOW = Instant.parse("2026-01-30T13:05:00Z");

    private static final int MANY = 72;
    private static final int OVERDUE = 40;

    private SampleNotices() {}

    /** By a name for its files. */
    public static Map<String, Notice> of(Site site) {
        Map<String, Notice> notices = new LinkedHashMap<>();
        notices.put("alert", new AlertNotice(alert(1, Severity.HIGH), site));
        notices.put("escalation", new EscalationNotice(alert(OVERDUE, Severity.CRITICAL), site));
        notices.put("digest-hourly", digest(DigestReason.HOURLY, 3, site));
        notices.put("digest-daily", digest(DigestReason.DAILY, 7, site));
        notices.put("digest-quiet-hours", digest(DigestReason.QUIET_HOURS, 4, site));
        notices.put("digest-limit", digest(DigestReason.LIMIT, MANY, site));
        notices.put("courtesy", new CourtesyNotice(NOW.atZone(site.zone()).toLocalDate(), site));
        notices.put("chain-head", new ChainHeadNotice(1234, new Sha256("0123456789abcdef".repeat(4)), NOW, 5678, site));
        return notices;
    }

    private static Notice digest(DigestReason reason, int count, Site site) {
        List<MailedAlert> alerts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            alerts.add(alert(i, Severity.values()[i % Severity.values().length]));
        }
        return new DigestNotice(reason, alerts, site);
    }

    /** With an id as long as real ones are. */
    private static MailedAlert alert(int number, Severity severity) {
        String id =
                UUID.nameUUIDFromBytes(new byte[] {(byte) number}).toString().replace("-", "");
        return new MailedAlert(new AlertId(id), severity, NOW.minus(Duration.ofMinutes(7L * number)));
    }
}
