package org.chartwarden.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.chartwarden.model.CareKind;
import org.chartwarden.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationConfigTest {

    private static final CareWindow ENCOUNTERS = new CareWindow(Duration.ofDays(3), Duration.ofDays(14));

    @Test
    void shouldKnowEveryFamily() {
        ExplanationConfig config = ExplanationConfig.builtIn();

        assertThat(config.enough()).isEqualTo(0.5);
        assertThat(config.ownCare()).isEqualTo(Duration.ofDays(30));
        assertThat(config.reasons()).containsOnlyKeys(Family.values());
    }

    @Test
    void shouldChangeOnlyWhatTheSitesFileNames(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("ours.yaml"), """
                department-encounter: {after: P21D}
                own-earlier-care:
                  within: P7D
                """);

        ExplanationConfig config = ExplanationConfig.load(file);

        assertThat(config.reasons().get(Family.DEPARTMENT_ENCOUNTER))
                .isEqualTo(new DepartmentEncounter(0.8, new CareWindow(Duration.ofDays(3), Duration.ofDays(21))));
        assertThat(config.ownCare()).isEqualTo(Duration.ofDays(7));
        assertThat(config.reasons().get(Family.NAMED_PRACTITIONER)).isEqualTo(new NamedPractitioner(1.0, ENCOUNTERS));
    }

    @Test
    void shouldSwitchAFamilyOff() {
        ExplanationConfig config = ExplanationReader.of("ours", "wrong-patient: {strength: 0}");

        assertThat(config.reasons()).hasSize(Family.values().length - 1).doesNotContainKey(Family.WRONG_PATIENT);
    }

    @Test
    void shouldReplaceTheTableOfWork() {
        ExplanationConfig config = ExplanationReader.of("ours", """
                role-work:
                  work:
                    - {name: nutrition, roles: [Dietitian], care: [encounter, care-team], before: PT0S, after: P1D}
                """);

        CareWindow window = new CareWindow(Duration.ZERO, Duration.ofDays(1));
        assertThat(config.reasons().get(Family.ROLE_WORK))
                .isEqualTo(new RoleWork(
                        0.7,
                        List.of(new Work(
                                "nutrition",
                                List.of("dietitian"),
                                List.of(CareKind.ENCOUNTER, CareKind.CARE_TEAM),
                                window))));
    }

    @Test
    void shouldTellEverythingThatIsWrongAtOnce() {
        assertRefused(
                """
                enough: 0
                gossip: {strength: 1}
                colleague: {strength: 1.5, within: P1D}
                handover: {before: soon, after: P500D}
                learned-habit: {atLeastUsers: -1}
                role-work:
                  work:
                    - {name: food, roles: [], care: [meals], before: P1D}
                """,
                "1:9: enough is \"0\", but must be a number above 0, at most 1",
                "2:1: unknown key \"gossip\"; allowed are enough, named-practitioner, requested-by-user,"
                        + " department-encounter, handover, care-team-department, role-work, emergency-care, colleague,"
                        + " own-earlier-care, learned-handover, learned-habit, system-work, wrong-patient",
                "3:23: strength is \"1.5\", but must be a number from 0 to 1",
                "3:28: unknown key \"within\"; allowed are strength, before, after",
                "4:20: before is \"soon\", but must be an ISO 8601 duration such as PT0S, PT1H or P1D",
                "4:33: after must not be longer than 400 days, since care is kept no longer",
                "5:31: atLeastUsers is \"-1\", but must be a whole number from 0",
                "8:7: the key \"after\" is missing",
                "8:27: roles must name at least one role",
                "8:37: care names \"meals\", but each must be one of encounter, appointment, care-team, order,"
                        + " laboratory, imaging, referral, medication, research, other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'colleague: strong' | 1:12: must be a mapping with the keys strength, before, after",
                "'enough: NaN' | '1:9: enough is \"NaN\", but must be a number above 0, at most 1'",
                "'' | 1:1: the file is empty",
                "'enough: [' | 1:10: is not YAML: expected the node content, but found '<stream end>'",
            })
    void shouldRefuse(String content, String problem) {
        assertRefused(content, problem.strip());
    }

    @Test
    void shouldTellThatTheFileIsMissing(@TempDir Path folder) {
        Path file = folder.resolve("none.yaml");

        assertThatThrownBy(() -> ExplanationConfig.load(file))
                .isInstanceOf(SettingsException.class)
                .hasMessage("The explanations were refused, and nothing was started:\n" + file
                        + ":1:1: cannot be read as UTF-8 text: java.nio.file.NoSuchFileException: " + file);
    }

    private static void assertRefused(String content, String... problems) {
        assertThatThrownBy(() -> ExplanationReader.of("ours", content))
                .isInstanceOf(SettingsException.class)
                .hasMessage("The explanations were refused, and nothing was started:\nours:"
                        + String.join("\nours:", problems));
    }
}
