package org.chartwarden.sink.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chartwarden.model.Severity;

/** Notices for tests. */
final class Notices {

    static final Instant RAISED = Instant.parse("2026-01-30T13:05:00Z");
    static final InternetAddress BOT = address("bot@hospital.example");
    static final InternetAddress ANN = address("ann@hospital.example");
    static final Site SITE = new Site(
            "Chartwarden North",
            ZoneId.of("Europe/Berlin"),
            "the privacy office, ext. 4711",
            "https://kibana.example/alerts?id={alertId}&view=story");

    private Notices() {}

    static MailedAlert alert(String id, Severity severity) {
        return new MailedAlert(new AlertId(id), severity, RAISED);
    }

    static DigestNotice digest(DigestReason reason, MailedAlert... alerts) {
        return new DigestNotice(reason, List.of(alerts), SITE);
    }

    static List<MailedAlert> many(Severity severity, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i ->
                        alert("%s-%03d".formatted(severity.name().charAt(0), i).toLowerCase(), severity))
                .toList();
    }

    /** Each kind there is, about this alert. */
    static List<Notice> each(MailedAlert alert, Site site) {
        Stream<Notice> digests =
                Stream.of(DigestReason.values()).map(reason -> new DigestNotice(reason, List.of(alert), site));
        Stream<Notice> others = Stream.of(
                new AlertNotice(alert, site),
                new EscalationNotice(alert, site),
                new CourtesyNotice(LocalDate.of(2026, 1, 30), site),
                new ChainHeadNotice(7, new Sha256("ab".repeat(32)), RAISED, 12, site));
        return Stream.concat(digests, others).toList();
    }

    static InternetAddress address(String text) {
        try {
            return new InternetAddress(text);
        } catch (AddressException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
