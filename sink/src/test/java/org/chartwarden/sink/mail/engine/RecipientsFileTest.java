package org.chartwarden.sink.mail.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chartwarden.model.Severity;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientsFileTest {

    private static final Recipients WITHOUT = Recipients.withoutFile(List.of("office@hospital.example"), 30);
    private static final List<MailedRule> RULES = List.of(
            new MailedRule("break-glass-without-reason", Severity.HIGH),
            new MailedRule("bulk-export", Severity.CRITICAL),
            new MailedRule("own-record", Severity.LOW),
            new MailedRule("household", Severity.MEDIUM));

    @Test
    void shouldTellAllThatIsWrongAtOnceWithItsPlace() {
        String file = """
                recipients:
                  - address: Ann <ann@hospital.example>
                    immediate: [critical, grave]
                    hourly: [critical]
                    daily-at: 7.30
                    facilities: [south]
                    hourly-limit: 0
                    colour: red
                  - immediate: high
                    quiet-hours: {from: "22:00", until: "22:00", except: [none]}
                  - address: bob@hospital.example
                    quiet-hours: {from: 22}
                  - address: BOB@hospital.example
                facilities:
                  - name: north
                    departments: []
                  - name: north
                    departments: [d1]
                escalation:
                  - address: chief@hospital.example
                    after: soon
                    severities: [high, all]
                """;

        assertThatThrownBy(() -> RecipientsFile.of("recipients.yml", file, WITHOUT))
                .isInstanceOf(SettingsException.class)
                .hasMessage("""
                        The recipients of mails were refused, and nothing was started:
                        recipients.yml:2:14: address is "Ann <ann@hospital.example>", but must be one address, name@host
                        recipients.yml:3:16: immediate names "grave", but may name low, medium, high, critical
                        recipients.yml:4:13: hourly names critical, as immediate does
                        recipients.yml:5:15: daily-at is "7.30", but must be a time of day in quotes, such as "07:30"
                        recipients.yml:6:17: facilities names "south", which is none of the facilities of this file
                        recipients.yml:7:19: hourly-limit is "0", but must be a whole number from 1
                        recipients.yml:8:5: unknown key "colour"; allowed are address, immediate, hourly, daily, daily-at, rules, \
                        except-rules, facilities, quiet-hours, hourly-limit
                        recipients.yml:9:5: the key "address" is missing
                        recipients.yml:9:16: immediate must be a list
                        recipients.yml:10:41: until must be another time than from
                        recipients.yml:10:58: except names "none", but may name low, medium, high, critical
                        recipients.yml:12:18: the key "until" is missing
                        recipients.yml:12:25: from is "22", but must be a time of day in quotes, such as "07:30"
                        recipients.yml:13:14: address stands here a second time
                        recipients.yml:16:18: departments must name at least one department's id
                        recipients.yml:17:11: name "north" stands here a second time
                        recipients.yml:21:12: after is "soon", but must be an ISO 8601 duration such as PT0S, PT1H or P1D
                        recipients.yml:22:17: severities names "all", but may name low, medium, high, critical
                        """.stripTrailing());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recipients: []   | recipients.yml:1:13: recipients must name somebody",
                "recipients: ann  | recipients.yml:1:13: recipients must be a list",
                "people: []       | recipients.yml:1:1: unknown key \"people\"; allowed are recipients, facilities, escalation",
                "'recipients: ['  | recipients.yml:1:14: is not YAML: ",
                "''               | recipients.yml:1:1: the file is empty",
            })
    void shouldRefuseAFileThatNamesNobody(String file, String problem) {
        assertThatThrownBy(() -> RecipientsFile.of("recipients.yml", file, WITHOUT))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void shouldSayThatTheFileIsNotThere() {
        Settings settings = Settings.of(Map.of("mail.recipients.file", "nowhere.yml"));

        assertThatThrownBy(() -> RoutingTable.of(settings, RULES))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("mail.recipients.file: nowhere.yml could not be read");
    }

    @Test
    void shouldReadTheExampleOfTheDocumentation(@TempDir Path folder) throws IOException {
        String page = Files.readString(Path.of("../docs/email.md"));
        int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
        Path file = folder.resolve("recipients.yml");
        Files.writeString(file, page.substring(begin, page.indexOf("```", begin)));
        Settings settings = Settings.of(
                Map.of("mail.recipients.file", file.toString(), "mail.to", "privacy-office@hospital.example"));

        assertThat(String.join("\n", RoutingTable.of(settings, RULES))).isEqualTo("""
                officer@hospital.example
                  at once: critical, high
                  hourly: medium
                  daily at 07:30: low
                  quiet from 20:00 until 07:00, except for critical, high
                  at most 30 mails an hour
                  rules: all 4
                north@hospital.example
                  at once: critical
                  hourly: high
                  daily at 06:45: medium, low
                  at most 10 mails an hour
                  departments: cardiology-north, emergency-north
                  rules: break-glass-without-reason, bulk-export, household
                security@hospital.example
                  at once: critical, high
                  hourly: medium
                  daily at 07:30: low
                  at most 30 mails an hour
                  rules: bulk-export
                What reaches nobody else: privacy-office@hospital.example
                  rules: none
                When nobody has decided in time:
                  chief@hospital.example, PT2H later: critical, high
                """.stripTrailing());
    }

    @Test
    void shouldSendEverythingAtOnceToEachAddressWithoutAFile() {
        Settings settings = Settings.of(Map.of("mail.to", "ann@hospital.example, ANN@hospital.example"));

        assertThat(RoutingTable.of(settings, RULES))
                .containsExactly(
                        "ann@hospital.example",
                        "  at once: critical, high, medium, low",
                        "  at most 30 mails an hour",
                        "  rules: all 4",
                        "What reaches nobody else: ann@hospital.example",
                        "  rules: none",
                        "When nobody has decided in time:",
                        "  ann@hospital.example, at the deadline: critical, high, medium, low");
    }

    @Test
    void shouldNameRulesThatThereAreNot() {
        Recipients recipients = RecipientsFile.of("recipients.yml", """
                recipients:
                  - address: ann@hospital.example
                    except-rules: [own-recrod]
                """, WITHOUT);

        assertThat(RoutingTable.of(recipients, RULES)).last().isEqualTo("No rule that mails has the id own-recrod.");
    }

    @Test
    void shouldRefuseALimitThatLetsNothingThrough() {
        Settings settings = Settings.of(Map.of("mail.hourly.limit", "0"));

        assertThatThrownBy(() -> RoutingTable.of(settings, RULES))
                .isInstanceOf(SettingsException.class)
                .hasMessage("mail.hourly.limit is \"0\", but must be 1 or more.");
    }
}
