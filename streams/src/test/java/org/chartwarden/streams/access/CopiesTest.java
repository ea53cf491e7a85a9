package org.chartwarden.streams.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Outcome;
import org.chartwarden.serde.TrustedClasses;
import org.junit.jupiter.api.Test;

class CopiesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    static {
        TrustedClasses.ensure();
    }

    @Test
    void shouldKeepWhatIsKnownWhenTheCopyTellsNothingMore() {
        AccessEvent known = act().setUserId("u1").setEmergency(true).build();
        AccessEvent copy = act().setTime(NOW.plusMillis(7)).build();

        assertThat(Copies.merged(known, copy)).isEqualTo(known);
    }

    @Test
    void shouldTellOfThePersonAndTheEmergencyWhicheverRecordCameFirst() {
        AccessEvent client = act().setEmergency(true)
                .setTokenId("t1")
                .setPurposeOfUse(List.of("BTG"))
                .setEndTime(NOW.plusSeconds(5))
                .build();
        AccessEvent server = act().setUserId("u1")
                .setPurposeOfUse(List.of("TREAT"))
                .setObjectType("Observation")
                .build();

        AccessEvent merged = Copies.merged(client, server);

        assertThat(merged).isEqualTo(Copies.merged(server, client));
        assertThat(merged)
                .isEqualTo(act().setUserId("u1")
                        .setEmergency(true)
                        .setTokenId("t1")
                        .setPurposeOfUse(List.of("BTG", "TREAT"))
                        .setEndTime(NOW.plusSeconds(5))
                        .setObjectType("Observation")
                        .build());
    }

    private static AccessEvent.Builder act() {
        return AccessEvent.newBuilder()
                .setEventId("a1")
                .setTime(NOW)
                .setReceivedAt(NOW)
                .setAction(Action.R)
                .setCategory(AccessCategory.RECORD)
                .setOutcome(Outcome.SUCCESS)
                .setPatientId("p1");
    }
}
