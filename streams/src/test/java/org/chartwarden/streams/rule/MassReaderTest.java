package org.chartwarden.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.chartwarden.model.Subject;
import org.chartwarden.streams.state.Observation;
import org.chartwarden.streams.state.RuleMemory;
import org.chartwarden.streams.state.SubjectProfile;
import org.junit.jupiter.api.Test;

/** One account that reads everything must not stop those who share its partition. */
class MassReaderTest {

    private static final Instant TIME = Instant.parse("2026-01-05T09:00:00Z");
    private static final Duration HORIZON = Duration.ofDays(7);
    private static final int ACCESSES = 2000;

    @Test
    void shouldKeepUpWithAStolenAccountAndRememberLittleOfIt() throws IOException {
        RuleEngine engine = new RuleEngine(RulePack.builtIn().of(Subject.USER), HORIZON);

        Finding last = engine.judge(export(1), null, Peers.NONE);
        for (int n = 2; n <= ACCESSES; n++) {
            last = engine.judge(export(n), last.changed().orElseThrow(), Peers.NONE);
        }

        assertThat(last.hits())
                .extracting(hit -> hit.rule().id())
                .contains("bulk-export", "mass-change-or-export", "many-unexplained-patients", "drip-export");
        assertThat(sizeOf(last.changed().orElseThrow())).isLessThan(600_000);
    }

    /** Master data of one and the chart of another in turn: what excepts stands beside what is counted. */
    @Test
    void shouldCountWhatIsNotExceptedAmongThousandsOfAccesses() {
        Rule rule = RulePack.builtIn().of(Subject.USER).stream()
                .filter(each -> each.id().equals("demographics-only"))
                .findFirst()
                .orElseThrow();
        RuleEngine engine = new RuleEngine(List.of(rule), HORIZON);

        Finding last = engine.judge(viewed(1, "q1", "Patient"), null, Peers.NONE);
        for (int n = 2; n <= ACCESSES; n++) {
            boolean master = n % 2 == 0;
            last = engine.judge(
                    viewed(n, (master ? "p" : "q") + n / 2, master ? "Patient" : "Observation"),
                    last.changed().orElseThrow(),
                    Peers.NONE);
        }

        assertThat(last.withdrawals()).isEmpty();
        RuleMemory memory = last.changed().orElseThrow().getRules().get("demographics-only");
        assertThat(memory.getObservations()).hasSize(Detection.MOST_OBSERVATIONS);
        Finding next = engine.judge(
                viewed(ACCESSES + 2, "p", "Patient"), last.changed().orElseThrow(), Peers.NONE);
        assertThat(next.hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.evidence())
                        .hasSize(Detection.MOST_OBSERVATIONS / 2 + 1)
                        .extracting(Observation::getValue)
                        .allMatch(value -> value.startsWith("p")));
    }

    private static Facts export(int n) {
        return Facts.told(
                "event-%08d-of-the-emergency-department".formatted(n),
                TIME.plusSeconds(n),
                ZoneOffset.UTC,
                Map.of(
                        "user.id",
                        "user-0001",
                        "patient.id",
                        "MRN%d".formatted(1_000_000 + n),
                        "patient.number",
                        1_000_000L + n,
                        "access.objectType",
                        n % 2 == 0 ? "Patient" : "MedicationRequest",
                        "access.category",
                        "EXPORT",
                        "access.interactive",
                        true,
                        "access.workstation",
                        "ws-1"));
    }

    private static Facts viewed(int n, String patientId, String objectType) {
        return Facts.told(
                "a%08d".formatted(n),
                TIME.plusSeconds(n),
                ZoneOffset.UTC,
                Map.of("user.id", "user-0001", "patient.id", patientId, "access.objectType", objectType));
    }

    private static int sizeOf(SubjectProfile profile) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<>(SubjectProfile.class).write(profile, encoder);
        encoder.flush();
        return bytes.size();
    }
}
