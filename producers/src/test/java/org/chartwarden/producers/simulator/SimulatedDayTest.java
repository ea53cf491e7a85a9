package org.chartwarden.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedDayTest {

    private final SimulatedDay day = Days.Usual.DAY;
    private final Charts charts = Days.Usual.CHARTS;

    @Test
    void shouldBeTheSameForTheSamePlanWhereverItRuns() {
        String before = fingerprint(SimulatedDay.of(Days.SMALL));
        TimeZone timeZone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
        // Has digits of its own.
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(fingerprint(SimulatedDay.of(Days.SMALL))).isEqualTo(before);
        } finally {
            TimeZone.setDefault(timeZone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void shouldDifferBySeedAndByDay() {
        SimulationPlan otherSeed = new SimulationPlan(43, Days.SMALL.day(), Days.SMALL.zone(), 800, 120, 2_500);
        SimulationPlan otherDay =
                new SimulationPlan(42, Days.SMALL.day().plusDays(1), Days.SMALL.zone(), 800, 120, 2_500);

        assertThat(Stream.of(Days.SMALL, otherSeed, otherDay)
                        .map(plan -> fingerprint(SimulatedDay.of(plan)))
                        .distinct())
                .hasSize(3);
    }

    @Test
    void shouldHaveAboutThePlannedAccesses() {
        assertThat(charts.accesses).hasSize(day.auditEventCount() - day.duplicateCount());
        assertThat(charts.accesses.size()).isCloseTo(Days.USUAL.accesses(), within(120));
        assertThat(charts.auditEvents).hasSize(day.auditEventCount());
    }

    @Test
    void shouldRecordSomeActsTwice() {
        assertThat(day.duplicateCount() / (double) day.auditEventCount()).isBetween(0.06, 0.10);
    }

    @Test
    void shouldLeaveFewInnocentAccessesUnexplained() {
        Oracle oracle = new Oracle(charts);
        Set<String> guilty = new HashSet<>(
                day.incidents().stream().map(PlantedIncident::userId).toList());
        long innocent = oracle.unexplained.stream()
                .filter(access -> !guilty.contains(access.userId()))
                .count();

        assertThat(innocent / (double) charts.accesses.size()).isBetween(0.01, 0.02);
    }

    @Test
    void shouldArriveNearlyInOrder() {
        List<Instant> times = charts.auditEvents.stream()
                .map(event -> event.getRecorded().toInstant())
                .toList();
        Instant newest = Instant.MIN;
        int late = 0;
        Duration latest = Duration.ZERO;
        for (Instant time : times) {
            if (time.isBefore(newest)) {
                late++;
                Duration lateness = Duration.between(time, newest);
                latest = lateness.compareTo(latest) > 0 ? lateness : latest;
            } else {
                newest = time;
            }
        }

        assertThat(late / (double) times.size()).isBetween(0.01, 0.025);
        assertThat(latest).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(15));
    }

    @Test
    void shouldStayInsideTheDay() {
        assertThat(charts.accesses)
                .allSatisfy(access -> assertThat(access.time())
                        .isAfterOrEqualTo(Days.USUAL.begin())
                        .isBefore(Days.USUAL.end()));
    }

    @Test
    void shouldBundleTheSameAuditEvents() {
        SimulatedDay small = SimulatedDay.of(Days.SMALL);
        IParser parser = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());

        List<Bundle> bundles = small.auditBundles(100)
                .map(body -> parser.parseResource(Bundle.class, body))
                .toList();

        assertThat(bundles).hasSize((small.auditEventCount() + 99) / 100);
        assertThat(bundles).allSatisfy(bundle -> assertThat(bundle.getType()).isEqualTo(BundleType.BATCH));
        assertThat(bundles.stream()
                        .flatMap(bundle -> bundle.getEntry().stream())
                        .map(entry -> parser.encodeResourceToString(entry.getResource())))
                .containsExactlyElementsOf(small.auditLines().toList());
    }

    @Test
    void shouldRefuseAnEmptyBundle() {
        assertThatThrownBy(() -> day.auditBundles(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A Bundle needs at least 1 entry, not 0");
    }

    @ParameterizedTest
    @CsvSource({"599,120,12000,600 patients", "800,79,12000,80 staff", "800,120,1999,'2000 accesses'"})
    void shouldRefuseAPlanThatIsTooSmall(int patients, int staff, int accesses, String least) {
        assertThatThrownBy(() -> new SimulationPlan(1, LocalDate.EPOCH, ZoneOffset.UTC, patients, staff, accesses))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A simulated hospital needs at least " + least + ", not ");
    }

    private static String fingerprint(SimulatedDay simulated) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.concat(simulated.contextLines(), simulated.auditLines())
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256", e);
        }
    }
}
