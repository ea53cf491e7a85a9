package org.chartwarden.producers.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Outcome;
import org.chartwarden.serde.TrustedClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventIdsTest {

    static {
        TrustedClasses.ensure();
    }

    private static AccessEvent.Builder act() {
        return ofNobody().setUserId("u1").setPatientId("p1");
    }

    private static AccessEvent.Builder ofNobody() {
        return AccessEvent.newBuilder()
                .setAction(Action.R)
                .setCategory(AccessCategory.RECORD)
                .setOutcome(Outcome.SUCCESS)
                .setTime(Instant.parse("2026-03-02T09:30:00Z"))
                .setSourceSystem("ehr");
    }

    static Stream<AccessEvent.Builder> others() {
        return Stream.of(
                act().setUserId("u2"),
                act().setPatientId("p2"),
                act().setAction(Action.U),
                act().setCategory(AccessCategory.EXPORT),
                act().setOutcome(Outcome.SERIOUS_FAILURE),
                act().setTime(Instant.parse("2026-03-02T09:30:00.001Z")),
                act().setObjectType("Observation").setObjectId("o1"),
                act().setEncounterId("e1"),
                ofNobody());
    }

    @ParameterizedTest
    @MethodSource("others")
    void shouldTellActsApart(AccessEvent.Builder other) {
        assertThat(EventIds.ofAct(other)).isNotEqualTo(EventIds.ofAct(act()));
    }

    @Test
    void shouldRecognizeAnActThatTwoSystemsTell() {
        assertThat(EventIds.ofAct(act().setSourceSystem("gateway"))).isEqualTo(EventIds.ofAct(act()));
    }

    @Test
    void shouldTellSystemsApartWhereNobodyActedOnNobody() {
        assertThat(EventIds.ofAct(ofNobody().setSourceSystem("gateway"))).isNotEqualTo(EventIds.ofAct(ofNobody()));
        assertThat(EventIds.ofAct(ofNobody())).isEqualTo(EventIds.ofAct(ofNobody()));
    }
}
