package org.chartwarden.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LargeHospitalTest {

    private static final HospitalPlan SMALL = HospitalPlan.of(42).sized(2, 300, 3_000);

    /** Made once for all tests: that takes seconds. */
    private static final Run RUN = new Run(LargeHospital.of(SMALL));

    /** Everything that a hospital tells. */
    private static final class Run {
        final LargeHospital hospital;
        final List<SimulatedAccess> accesses = new ArrayList<>();
        final List<PaperLine> first = new ArrayList<>();
        final List<PaperLine> late = new ArrayList<>();

        Run(LargeHospital hospital) {
            this.hospital = hospital;
            hospital.stretches().forEachRemaining(stretch -> {
                first.addAll(stretch.first());
                accesses.addAll(stretch.accesses());
                late.addAll(stretch.late());
            });
        }

        String fingerprint() {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                hospital.contextLines().forEach(line -> update(digest, line));
                accesses.forEach(access -> update(digest, access.toString()));
                first.forEach(paper -> update(digest, paper.toString()));
                late.forEach(paper -> update(digest, paper.toString()));
                hospital.incidents().forEach(incident -> update(digest, incident.toString()));
                return HexFormat.of().formatHex(digest.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void update(MessageDigest digest, String text) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void shouldBeTheSameForTheSamePlanWhereverItRuns() {
        TimeZone timeZone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
        // Has digits of its own.
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(new Run(LargeHospital.of(SMALL)).fingerprint()).isEqualTo(RUN.fingerprint());
        } finally {
            TimeZone.setDefault(timeZone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void shouldPrint() {
        Map<Cause, Long> causes = RUN.accesses.stream()
                .filter(a -> !a.event().getTime().isBefore(SMALL.begin()))
                .collect(Collectors.groupingBy(a -> a.truth().cause(), () -> new EnumMap<>(Cause.class), Collectors.counting()));
        System.out.println(causes + " " + RUN.accesses.size() + " inv " + RUN.hospital.involvements() + " unrec "
                + RUN.hospital.unrecordedInvolvements() + " first " + RUN.first.size() + " late " + RUN.late.size()
                + " incidents " + RUN.hospital.incidents().size() + " context " + RUN.hospital.contextLines().count());
        System.out.println(RUN.hospital.incidents().stream().map(i -> i.planted().ruleId() + " " + i.variant()).sorted().toList());
    }
}
