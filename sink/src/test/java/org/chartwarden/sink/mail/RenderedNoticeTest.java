package org.chartwarden.sink.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.chartwarden.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RenderedNoticeTest {

    private static final MailedAlert ALERT = Notices.alert("4f1c0a", Severity.HIGH);

    @Test
    void shouldSayWhatIsToBeDoneByWhen() {
        RenderedNotice notice = RenderedNotice.of(new AlertNotice(ALERT, Notices.SITE));

        assertThat(notice.subject())
                .isEqualTo("[Chartwarden North] HIGH alert: review by 2026-01-31 14:05 CET (4f1c0a)");
        assertThat(notice.text()).isEqualTo("""
                Open the alert, review its evidence and record your decision.

                Alert:     4f1c0a
                Severity:  HIGH
                Raised:    2026-01-30 14:05 CET
                Review by: 2026-01-31 14:05 CET
                System:    Chartwarden North
                Contact:   the privacy office, ext. 4711

                https://kibana.example/alerts?id=4f1c0a&view=story

                This mail names no person on purpose. Sign in to see who, what and why.

                You get it because alerts of Chartwarden North are sent to this address. \
                To get no more mails of the rule behind this alert, ask the privacy office, ext. 4711 and name the \
                alert's id.
                """);
    }

    @Test
    void shouldSayThatADeadlineHasPassed() {
        RenderedNotice notice = RenderedNotice.of(new EscalationNotice(ALERT, Notices.SITE));

        assertThat(notice.subject())
                .isEqualTo("[Chartwarden North] Overdue: HIGH alert, review was due 2026-01-31 14:05 CET (4f1c0a)");
        assertThat(notice.text())
                .startsWith("The deadline of this alert has passed, and nobody has decided it.\n\nOpen the alert, ")
                .contains("\nWas due:   2026-01-31 14:05 CET\n", "It ends when the alert is decided");
    }

    @Test
    void shouldListADigestFromTheGravestOn() {
        MailedAlert early = new MailedAlert(new AlertId("ee"), Severity.LOW, Notices.RAISED.minusSeconds(3600));

        RenderedNotice notice = RenderedNotice.of(Notices.digest(
                DigestReason.HOURLY, Notices.alert("dd", Severity.LOW), early, Notices.alert("cc", Severity.CRITICAL)));

        assertThat(notice.subject()).isEqualTo("[Chartwarden North] Hourly digest, 3 alerts: 1 CRITICAL, 2 LOW");
        assertThat(notice.text()).startsWith("""
                Since your last hourly digest: 3 alerts.

                Open each, review its evidence and record your decision.

                Alerts:    1 CRITICAL, 2 LOW
                System:    Chartwarden North
                Contact:   the privacy office, ext. 4711

                == CRITICAL (1)

                Alert:     cc
                Raised:    2026-01-30 14:05 CET
                Review by: 2026-01-30 18:05 CET
                https://kibana.example/alerts?id=cc&view=story

                == LOW (2)

                Alert:     ee
                Raised:    2026-01-30 13:05 CET
                Review by: 2026-02-06 13:05 CET
                https://kibana.example/alerts?id=ee&view=story

                Alert:     dd
                """);
    }

    @Test
    void shouldKeepALongDigestReadable() {
        List<MailedAlert> alerts = Stream.of(Notices.many(Severity.MEDIUM, 460), Notices.many(Severity.HIGH, 40))
                .flatMap(List::stream)
                .toList();

        RenderedNotice notice = RenderedNotice.of(new DigestNotice(DigestReason.LIMIT, alerts, Notices.SITE));

        assertThat(notice.subject()).isEqualTo("[Chartwarden North] Many at once, 500 alerts: 40 HIGH, 460 MEDIUM");
        assertThat(notice.text().lines().filter(line -> line.startsWith("Alert: ")))
                .hasSize(50);
        assertThat(notice.text()).contains("h-040", "m-010", "and 450 more").doesNotContain("m-011");
        assertThat(notice.html()).contains("h-040", "m-010", "and 450 more").doesNotContain("m-011");
        assertThat(notice.html().length()).isLessThan(100_000); // beyond it Gmail cuts a mail off
    }

    @Test
    void shouldTellAnEmployeeOnlyTheDay() {
        RenderedNotice notice = RenderedNotice.of(new CourtesyNotice(LocalDate.of(2026, 1, 30), Notices.SITE));

        assertThat(notice.subject()).isEqualTo("[Chartwarden North] About a record you opened on 2026-01-30");
        assertThat(notice.text())
                .contains("This is a reminder and no accusation.")
                .doesNotContain("https://");
    }

    @Test
    void shouldCarryTheHeadOfTheChain() {
        String hash = "0123456789abcdef".repeat(4);

        RenderedNotice notice =
                RenderedNotice.of(new ChainHeadNotice(42, new Sha256(hash), Notices.RAISED, 1234, Notices.SITE));

        assertThat(notice.subject()).isEqualTo("[Chartwarden North] Head of the hash chain: link 42");
        assertThat(notice.text())
                .contains("Link:      42\n", "SHA-256:   " + hash + "\n", "Sealed:    2026-01-30 14:05 CET\n");
    }

    static Stream<Notice> kinds() {
        return Notices.each(ALERT, Notices.SITE).stream();
    }

    /** Every word of the text stands in the HTML, once the marks are taken off. */
    @ParameterizedTest
    @MethodSource("kinds")
    void shouldSayTheSameInTextAndHtml(Notice kind) {
        RenderedNotice notice = RenderedNotice.of(kind);

        String html = notice.html().replace("&amp;", "&").replace("&quot;", "\"");
        Stream<String> lines = notice.text().lines().filter(line -> !line.isBlank() && !line.startsWith("== "));
        assertThat(lines).allSatisfy(line -> assertThat(html).contains(line.replaceFirst("^[A-Z][\\w -]{1,9}: +", "")));
        assertThat(html).doesNotContain("{{", "%s");
        assertThat(notice.subject()).doesNotContain("\n", "{{");
    }

    @Test
    void shouldEscapeWhatTheSettingsSay() {
        Site site = new Site("<b>{{footer}}</b>", ZoneId.of("UTC"), "x & \"y\" $1", "http://h/");

        assertThat(RenderedNotice.of(new AlertNotice(ALERT, site)).html())
                .contains("&lt;b&gt;{{footer}}&lt;/b&gt;", "x &amp; &quot;y&quot; $1")
                .doesNotContain("<b>");
    }

    @ParameterizedTest
    @CsvSource({
        "CRITICAL, 2026-03-28 18:00 CET",
        "HIGH,     2026-03-29 15:00 CEST",
        "MEDIUM,   2026-03-31 15:00 CEST",
        "LOW,      2026-04-04 15:00 CEST"
    })
    void shouldGiveTimeToReviewBySeverity(Severity severity, String deadline) {
        Instant raised = Instant.parse("2026-03-28T13:00:00Z"); // the clocks go forward in the night after
        MailedAlert alert = new MailedAlert(new AlertId("a1"), severity, raised);

        assertThat(RenderedNotice.of(new AlertNotice(alert, Notices.SITE)).subject())
                .contains(severity + " alert: review by " + deadline);
    }
}
