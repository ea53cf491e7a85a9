package org.chartwarden.producers.atna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.producers.AllocatedBytes;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message costs about what it is long, whatever its sender makes of it. */
class AtnaBoundsTest {

    private static final String BEGIN = """
            <AuditMessage>
            <EventIdentification EventActionCode="R" EventDateTime="2026-03-02T09:30:00Z" EventOutcomeIndicator="0">
            <EventID csd-code="110110"/></EventIdentification>
            <ActiveParticipant UserID="smith" UserIsRequestor="true"/>
            <AuditSourceIdentification AuditSourceID="emr-3"/>
            """;
    private static final String END = "</AuditMessage>";
    private static final long MEGABYTE = 1 << 20;

    @ParameterizedTest
    @ValueSource(strings = {"Q", "RoleIDCode"})
    void shouldKeepNoLongPathForEachOfManyElements(String kept) throws Exception {
        String name = kept.equals("Q") ? "Q".repeat(900) : kept;
        String message = BEGIN
                + ("<" + name + ">").repeat(29)
                + ("<" + kept + "/>").repeat(70_000)
                + ("</" + name + ">").repeat(29)
                + END;

        long allocated = AllocatedBytes.of(() -> AtnaSamples.read(message));

        assertThat(allocated).isLessThan(100 * MEGABYTE);
    }

    @Test
    void shouldTellOnceWhatIsTheSameForAllPatients() throws Refusal {
        List<AccessEvent> accesses = AtnaSamples.readAll(message(1_000, 100).getBytes(StandardCharsets.UTF_8));

        assertThat(accesses).hasSize(1_000).extracting(AccessEvent::getEventId).doesNotHaveDuplicates();
        assertThat(accesses.get(999).getPatientId()).isEqualTo("p999");
        assertThat(accesses.get(999).getSecurityLabels())
                .hasSize(100)
                .isSameAs(accesses.get(0).getSecurityLabels());
    }

    @Test
    void shouldRefuseMorePatients() {
        assertThatThrownBy(() -> AtnaSamples.read(message(1_001, 1)))
                .isInstanceOf(Refusal.class)
                .hasMessage("AuditMessage/ParticipantObjectIdentification[1001] names more than 1,000 patients; tell of"
                        + " them in several records");
    }

    @Test
    void shouldRefuseMoreLabels() {
        assertThatThrownBy(() -> AtnaSamples.read(message(1, 101)))
                .isInstanceOf(Refusal.class)
                .hasMessage("The record has more than 100 security labels, or one of more than 256 characters");
    }

    @Test
    void shouldRefuseALongerLabel() throws Refusal {
        String message = message(1, 1);

        assertThat(AtnaSamples.read(message.replace("label0", "l".repeat(256))).getSecurityLabels())
                .containsExactly("l".repeat(256));
        assertThatThrownBy(() -> AtnaSamples.read(message.replace("label0", "l".repeat(257))))
                .isInstanceOf(Refusal.class)
                .hasMessage("The record has more than 100 security labels, or one of more than 256 characters");
    }

    private static String message(int patients, int labels) {
        String sensitivity =
                IntStream.range(0, labels).mapToObj(label -> "label" + label).collect(Collectors.joining(";"));
        return BEGIN
                + IntStream.range(0, patients)
                        .mapToObj(patient -> "<ParticipantObjectIdentification ParticipantObjectID='p" + patient
                                + "' ParticipantObjectTypeCodeRole='1' ParticipantObjectSensitivity='"
                                + (patient == 0 ? sensitivity : "") + "'/>")
                        .collect(Collectors.joining())
                + END;
    }
}
