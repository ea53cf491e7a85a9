package org.chartwarden.sink.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Department;
import org.chartwarden.model.Severity;
import org.chartwarden.model.Subject;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.settings.Settings;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderedNoticeTest {

    static {
        TrustedClasses.ensure();
    }

    private static final Instant RAISED = Instant.parse("2026-01-30T13:05:00Z");
    private static final MailSettings SETTINGS = MailSettings.of(Settings.of(Map.of(
            "site.name", "Chartwarden North",
            "site.zone", "Europe/Berlin",
            "mail.contact", "the privacy office, ext. 4711",
            "mail.link", "https://kibana.example/alerts?id={alertId}&view=story")));

    @Test
    void shouldSayWhatIsToBeDoneByWhen() {
        RenderedNotice notice = RenderedNotice.of(AlertNotice.of(alert("4f1c0a", Severity.HIGH), RAISED, SETTINGS));

        assertThat(notice.subject()).isEqualTo("[Chartwarden North] HIGH alert 4f1c0a: review by 2026-01-31 14:05 CET");
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
                """);
    }

    @Test
    void shouldSayTheSameInHtml() {
        RenderedNotice notice = RenderedNotice.of(AlertNotice.of(alert("4f1c0a", Severity.HIGH), RAISED, SETTINGS));

        assertThat(notice.html())
                .contains("HIGH ALERT", "4f1c0a", "2026-01-30 14:05 CET", "2026-01-31 14:05 CET", "Chartwarden North")
                .contains("href=\"https://kibana.example/alerts?id=4f1c0a&amp;view=story\"")
                .contains("This mail names no person on purpose.")
                .doesNotContain("{{");
    }

    @Test
    void shouldEscapeWhatTheSettingsSay() {
        ZonedDateTime time = RAISED.atZone(ZoneId.of("UTC"));
        AlertNotice notice = new AlertNotice(
                "a1", time, "<b>{{table}}</b>", Severity.LOW, "Look", time, "x & \"y\"", URI.create("http://h/"));

        assertThat(RenderedNotice.of(notice).html())
                .contains("&lt;b&gt;{{table}}&lt;/b&gt;", "x &amp; &quot;y&quot;")
                .doesNotContain("<b>");
    }

    @ParameterizedTest
    @CsvSource({
        "CRITICAL, 2026-03-28T18:00+01:00[Europe/Berlin]",
        "HIGH,     2026-03-29T15:00+02:00[Europe/Berlin]",
        "MEDIUM,   2026-03-31T15:00+02:00[Europe/Berlin]",
        "LOW,      2026-04-04T15:00+02:00[Europe/Berlin]"
    })
    void shouldGiveTimeToReviewBySeverity(Severity severity, ZonedDateTime deadline) {
        Instant raised = Instant.parse("2026-03-28T13:00:00Z"); // the clocks go forward in the night after

        AlertNotice notice = AlertNotice.of(alert("a1", severity), raised, SETTINGS);

        assertThat(notice.deadline()).isEqualTo(deadline);
    }

    @RepeatedTest(50)
    void shouldNeverCarryAnythingElseOfTheAlert(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> secrets = IntStream.range(0, 13)
                .mapToObj(i -> "secret" + Long.toHexString(random.nextLong()))
                .toList();
        Severity severity = Severity.values()[random.nextInt(Severity.values().length)];

        RenderedNotice notice = RenderedNotice.of(AlertNotice.of(alert("a1", severity, secrets), RAISED, SETTINGS));

        assertThat(notice.subject() + notice.text() + notice.html())
                .contains("a1")
                .doesNotContain(secrets)
                .doesNotContain("2026-01-30T", "1969", "12345");
    }

    private static Alert alert(String id, Severity severity) {
        return alert(
                id,
                severity,
                List.of("r", "rule", "u", "name", "d", "dept", "p", "e", "why", "but", "v", "late", "decision"));
    }

    private static Alert alert(String id, Severity severity, List<String> texts) {
        return Alert.newBuilder()
                .setAlertId(id)
                .setRevision(12345)
                .setStatus(AlertStatus.OPEN)
                .setSeverity(severity)
                .setRiskScore(73)
                .setRuleId(texts.get(0))
                .setRuleVersion(1)
                .setRuleName(texts.get(1))
                .setUserId(texts.get(2))
                .setUserFullName(texts.get(3))
                .setUserDepartments(List.of(Department.newBuilder()
                        .setId(texts.get(4))
                        .setName(texts.get(5))
                        .build()))
                .setPatientId(texts.get(6))
                .setFirstEventTime(Instant.parse("1969-01-01T00:00:00Z"))
                .setLastEventTime(Instant.parse("1969-01-02T00:00:00Z"))
                .setEventCount(12345)
                .setEventIds(List.of(texts.get(7)))
                .setReasons(List.of(texts.get(8)))
                .setMitigations(List.of(texts.get(9)))
                .setInvolvedUserIds(List.of(texts.get(10)))
                .setExplainedBecause(List.of(texts.get(11)))
                .setDispositionId(texts.get(12))
                .setSubject(Subject.USER)
                .setMails(true)
                .build();
    }
}
