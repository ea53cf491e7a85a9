package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.producers.access.AccessEvents;
import org.chartwarden.producers.doors.Act;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.serde.TrustedClasses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same act is the same access, whichever release of FHIR tells it. */
class ReleasesTest {

    static {
        TrustedClasses.ensure();
    }

    private final AuditEventReader reader = new AuditEventReader(Samples.CLOCK);

    static Stream<Act> acts() {
        return Act.hundred().stream();
    }

    @ParameterizedTest
    @MethodSource("acts")
    void shouldReadSameAccessOfEitherRelease(Act act) throws Refusal {
        Outgoing<?> expected = expected(act);

        assertThat(reader.read(AuditEventSamples.r4(act))).isEqualTo(List.of(expected));
        assertThat(reader.read(AuditEventSamples.r5(act))).isEqualTo(List.of(expected));
    }

    private static Outgoing<?> expected(Act act) throws Refusal {
        AccessEvent.Builder told = AccessEvent.newBuilder()
                .setTime(act.time())
                .setAction(act.action())
                .setCategory(act.category())
                .setOutcome(act.outcome())
                .setUserId(act.userId())
                .setUserName(act.userName())
                .setUserRole(act.userRole())
                .setPatientId(act.patientId())
                .setEncounterId(act.encounterId())
                .setObjectType(act.objectType())
                .setObjectId(act.objectId())
                .setPurposeOfUse(act.purposeOfUse())
                .setSourceSystem(act.sourceSystem())
                .setNetworkAddress(act.networkAddress())
                .setRequestId(act.requestId())
                .setInteractive(act.interactive())
                .setSecurityLabels(act.securityLabels())
                .setQueryParameters(act.queryParameters());
        return new AccessEvents(Samples.CLOCK).complete(told, null, "time");
    }
}
