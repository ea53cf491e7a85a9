package org.chartwarden.sink.mail.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.chartwarden.model.Alert;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.NotificationState;
import org.chartwarden.model.Severity;
import org.chartwarden.sink.mail.smtp.SmtpOutcome;
import org.junit.jupiter.api.Test;

/** Who gets what. */
class RoutingTest {

    private static final String FILE = """
            facilities:
              - name: north
                departments: [d1, d2]
            recipients:
              - address: ann@hospital.example
                immediate: [critical, high, medium]
                facilities: [north]
              - address: bob@hospital.example
                immediate: [high]
                rules: [vip-without-explanation]
              - address: eve@hospital.example
                immediate: [critical, high, medium, low]
                except-rules: [vip-without-explanation]
            escalation: []
            """;

    private final Desk desk = new Desk("2026-01-15T09:00:00Z").withRecipients(FILE);

    private Alert alert(String id, Severity severity) {
        return Alerts.ofDepartment("d2", Alerts.open(id, severity, desk.clock));
    }

    private Alert elsewhere(String id, Severity severity) {
        return Alerts.ofDepartment("d9", Alerts.open(id, severity, desk.clock));
    }

    /** To whom the mails went that were taken since this was asked last. */
    private String told() {
        return String.join(
                " ",
                desk.mails().stream()
                        .map(mail -> mail.substring(0, mail.indexOf(':')))
                        .sorted()
                        .toList());
    }

    private String told(Alert alert) {
        desk.add(alert);
        desk.work();
        return told();
    }

    @Test
    void shouldRouteBySeverityRuleAndFacility() {
        assertThat(told(alert("a1", Severity.HIGH))).isEqualTo("ann bob");
        assertThat(told(alert("a2", Severity.MEDIUM))).isEqualTo("ann");
        assertThat(told(elsewhere("a3", Severity.HIGH))).isEqualTo("bob");
        assertThat(told(Alerts.ofRule("other", elsewhere("a4", Severity.LOW)))).isEqualTo("eve");
        assertThat(told(Alerts.ofRule("other", alert("a5", Severity.HIGH)))).isEqualTo("ann eve");
    }

    @Test
    void shouldTellEveryFacilityOfWhatHasNoDepartment() {
        assertThat(told(Alerts.open("a1", Severity.CRITICAL, desk.clock))).isEqualTo("ann");
    }

    @Test
    void shouldSendToTheOfficeWhatNobodyWants() {
        assertThat(told(elsewhere("a1", Severity.LOW))).isEqualTo("office");
    }

    @Test
    void shouldSendToTheOfficeWhatReachesNobody() {
        desk.postman.answer("bob@hospital.example", new SmtpOutcome.Refused("the recipient was refused with 550"));
        desk.add(elsewhere("a1", Severity.HIGH));
        desk.work();
        desk.work();

        assertThat(told()).isEqualTo("office");
        assertThat(desk.unreachable).isEmpty();
    }

    @Test
    void shouldSendNothingOfARuleFromWhichSomebodyIsUnsubscribedButWhatIsCritical() {
        Instruction order = Alerts.unsubscribe(Alerts.RULE, "ANN@hospital.example", desk.clock);
        desk.add(order);
        desk.restart();

        assertThat(told(alert("a1", Severity.HIGH))).isEqualTo("bob");
        assertThat(told(alert("a2", Severity.CRITICAL))).isEqualTo("ann");
        assertThat(told(Alerts.ofRule("other", alert("a3", Severity.HIGH)))).isEqualTo("ann eve");

        desk.add(Alerts.takenBack(order));
        assertThat(told(alert("a4", Severity.HIGH))).isEqualTo("ann ann bob"); // a1 still waits
    }

    @Test
    void shouldTellNobodyWhenAllAreUnsubscribed() {
        Desk alone = new Desk("2026-01-15T09:00:00Z");
        alone.add(Alerts.unsubscribe(Alerts.RULE, "office@hospital.example", alone.clock));
        alone.add(Alerts.open("a1", Severity.HIGH, alone.clock));

        alone.workUntil("2026-01-20T09:00:00Z", Duration.ofHours(1));

        assertThat(alone.mails()).isEmpty();
    }

    @Test
    void shouldTellWhoeverIsNewOnlyOfTheLastDays() {
        desk.add(alert("old", Severity.HIGH));
        desk.work();
        desk.clock.advance(Duration.ofDays(3));
        desk.add(alert("young", Severity.HIGH));
        desk.work();
        assertThat(told()).isEqualTo("ann ann bob bob");

        desk.withRecipients(FILE.replace("bob@", "joe@"));
        desk.work();

        assertThat(desk.mails()).containsExactly("joe: HIGH alert: review by 2026-01-19 10:00 CET (young)");
    }

    @Test
    void shouldTellWhoeverGotMailsBeforeHoweverLongTheServerWasAway() {
        desk.add(alert("a1", Severity.HIGH));
        desk.work();
        told();
        desk.postman.answer("bob@hospital.example", new SmtpOutcome.Later("It is away."));
        desk.clock.advance(Duration.ofMinutes(1));
        desk.add(alert("a2", Severity.HIGH), alert("a3", Severity.HIGH));
        desk.workUntil("2026-01-25T09:00:00Z", Duration.ofHours(1));
        assertThat(told()).isEqualTo("ann ann");

        desk.postman.answer("bob@hospital.example", new SmtpOutcome.Sent());
        desk.workUntil("2026-01-25T09:02:00Z", Duration.ofSeconds(10));

        assertThat(told()).isEqualTo("bob bob");
    }

    @Test
    void shouldNotWaitForSomebodyWhoIsNotNamedAnyMore() {
        desk.postman.answer("bob@hospital.example", new SmtpOutcome.Later("It is away."));
        desk.add(elsewhere("a1", Severity.HIGH));
        desk.work();
        assertThat(desk.engine().problem()).contains("It is away. Mails that wait: 1.");

        desk.withRecipients(FILE.replace("bob@", "joe@"));
        desk.work();

        assertThat(told()).isEqualTo("joe");
        assertThat(desk.engine().problem()).isEmpty();
        assertThat(desk.notes())
                .filteredOn(note -> note.getRecipient().startsWith("bob"))
                .singleElement()
                .extracting("state", "detail")
                .containsExactly(NotificationState.CANCELLED, "Its address is to get no such mails any more.");
    }
}
