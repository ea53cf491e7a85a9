package org.chartwarden.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LargeHospitalTest {

    private static final HospitalPlan SMALL = HospitalPlan.of(42).sized(2, 200, 3_000);

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
    void shouldDifferBySeed() {
        LargeHospital other = LargeHospital.of(HospitalPlan.of(43).sized(2, 200, 3_000));

        assertThat(other.contextLines().limit(100).toList())
                .isNotEqualTo(RUN.hospital.contextLines().limit(100).toList());
    }

    @Test
    void shouldPlantEveryKindBlatantAndSubtle() {
        for (Variant variant : Variant.values()) {
            assertThat(RUN.hospital.incidents().stream()
                            .filter(incident -> incident.variant() == variant)
                            .map(incident -> incident.planted().ruleId()))
                    .as("%s", variant)
                    .containsAll(StoriesTest.RULES)
                    .isSubsetOf(StoriesTest.RULES);
        }
    }

    @Test
    void shouldGiveEveryIncidentItsAccesses() {
        Map<Integer, Long> accesses = RUN.accesses.stream()
                .filter(access -> access.truth().cause() == Cause.INCIDENT)
                .collect(Collectors.toMap(
                        access -> access.event().getEventId(),
                        access -> access.truth().incident(),
                        (one, copy) -> one))
                .values()
                .stream()
                .collect(Collectors.groupingBy(incident -> incident, Collectors.counting()));

        for (int number = 0; number < RUN.hospital.incidents().size(); number++) {
            HospitalIncident incident = RUN.hospital.incidents().get(number);
            assertThat(accesses.get(number))
                    .as(incident.planted().ruleId())
                    .isEqualTo(incident.planted().events());
        }
    }

    @Test
    void shouldRecordBetween3And8PercentOfWorkNever() {
        assertThat((double) RUN.hospital.unrecordedInvolvements() / RUN.hospital.involvements())
                .isBetween(0.03, 0.08);
    }

    @Test
    void shouldHaveAboutSixtyOpeningsAPersonAndShift() {
        long shifts = RUN.accesses.stream()
                .filter(access -> access.truth().cause() == Cause.RECORDED_WORK)
                .map(access -> access.event().getUserId() + " "
                        + access.event().getTime().atZone(SMALL.zone()).toLocalDate())
                .distinct()
                .count();

        assertThat(distinct(access -> access.truth().cause() == Cause.RECORDED_WORK
                                || access.truth().cause() == Cause.UNRECORDED_WORK)
                        / (double) shifts)
                .isBetween(50.0, 70.0);
    }

    @Test
    void shouldSendSomeActsTwiceAndSomeHoursLate() {
        assertThat(RUN.accesses.size() / (double) distinct(access -> true)).isBetween(1.07, 1.10);
        assertThat(RUN.accesses.stream()
                        .filter(access -> access.event()
                                .getReceivedAt()
                                .isAfter(access.event().getTime().plus(Duration.ofHours(1))))
                        .count())
                .isBetween((long) RUN.accesses.size() / 100, (long) RUN.accesses.size() / 50);
    }

    @Test
    void shouldSendAccessesInTheOrderOfArrivalAndPapersOfEitherKind() {
        assertThat(RUN.accesses)
                .isSortedAccordingTo((one, other) ->
                        one.event().getReceivedAt().compareTo(other.event().getReceivedAt()));
        assertThat(RUN.first).isNotEmpty();
        assertThat(RUN.late).isNotEmpty();
    }

    @Test
    void shouldRefuseWhatIsTooSmall() {
        assertThatThrownBy(() -> HospitalPlan.of(1).sized(2, 100, 3_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("At least 150 staff are needed, not 100");
    }

    private static long distinct(Predicate<SimulatedAccess> wanted) {
        return RUN.accesses.stream()
                .filter(wanted)
                .map(access -> access.event().getEventId())
                .distinct()
                .count();
    }
}
