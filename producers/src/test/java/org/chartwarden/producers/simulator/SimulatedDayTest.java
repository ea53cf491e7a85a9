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
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.chartwarden.producers.simulator.Shipment.AuditBundle;
import org.chartwarden.producers.simulator.Shipment.ContextLines;
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
        SimulationPlan otherSeed = new SimulationPlan(43, Days.SMALL.day(), Days.SMALL.zone(), 800, 120, 4_000);
        SimulationPlan otherDay =
                new SimulationPlan(42, Days.SMALL.day().plusDays(1), Days.SMALL.zone(), 800, 120, 4_000);

        assertThat(Stream.of(Days.SMALL, otherSeed, otherDay)
                        .map(plan -> fingerprint(SimulatedDay.of(plan)))
                        .distinct())
                .hasSize(3);
    }

    @Test
    void shouldHaveAboutThePlannedAccesses() {
        assertThat(charts.accesses).hasSize(day.auditEventCount() - day.duplicateCount());
        assertThat((int) charts.accesses.stream()
                        .filter(access -> !access.time().isBefore(Days.USUAL.begin()))
                        .count())
                .isCloseTo(Days.USUAL.accesses(), within(120));
        assertThat(charts.auditEvents).hasSize(day.auditEventCount());
    }

    @Test
    void shouldRecordSomeActsTwice() {
        assertThat(day.duplicateCount() / (double) day.auditEventCount()).isBetween(0.06, 0.10);
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
    void shouldStayInsideTheDayAndItsPast() {
        Instant earliest = Days.USUAL.at(76, LocalTime.MIDNIGHT);

        assertThat(charts.accesses)
                .allSatisfy(access ->
                        assertThat(access.time()).isAfterOrEqualTo(earliest).isBefore(Days.USUAL.end()));
    }

    @Test
    void shouldNameOnlyPeopleWhomTheContextKnows() {
        assertThat(charts.auditEvents).allSatisfy(event -> {
            assertThat(charts.known).contains(Charts.user(event));
            assertThat(charts.known).contains(Charts.patient(event));
        });
    }

    @Test
    void shouldDeliverTheSameAuditEvents() {
        SimulatedDay small = SimulatedDay.of(Days.SMALL);
        IParser parser = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());

        List<Bundle> bundles = small.deliveries(100)
                .flatMap(shipment -> shipment instanceof AuditBundle bundle ? Stream.of(bundle.body()) : Stream.of())
                .map(body -> parser.parseResource(Bundle.class, body))
                .toList();

        assertThat(bundles).allSatisfy(bundle -> {
            assertThat(bundle.getType()).isEqualTo(BundleType.BATCH);
            assertThat(bundle.getEntry()).hasSizeBetween(1, 100);
        });
        assertThat(bundles.stream()
                        .flatMap(bundle -> bundle.getEntry().stream())
                        .map(entry -> parser.encodeResourceToString(entry.getResource())))
                .containsExactlyElementsOf(small.auditLines().toList());
    }

    @Test
    void shouldDeliverLatePaperworkBetweenTheAccesses() {
        List<Shipment> shipments = SimulatedDay.of(Days.SMALL).deliveries(100).toList();

        List<ContextLines> papers = shipments.stream()
                .filter(ContextLines.class::isInstance)
                .map(ContextLines.class::cast)
                .toList();
        assertThat(papers).hasSize(12);
        assertThat(papers).allSatisfy(paper -> assertThat(paper.lines()).hasSize(1));
        assertThat(papers.toString()).contains("\"cancelled\"", "\"replaced-by\"", "\"ServiceRequest\"");
        assertThat(shipments.get(0)).isInstanceOf(AuditBundle.class);
        assertThat(shipments.get(shipments.size() - 1)).isInstanceOf(AuditBundle.class);
    }

    @Test
    void shouldBeTheSameWhenAskedForAgain() {
        SimulatedDay small = SimulatedDay.of(Days.SMALL);

        assertThat(small.contextLines().toList()).isEqualTo(small.contextLines().toList());
        assertThat(small.deliveries(500).toList())
                .isEqualTo(small.deliveries(500).toList());
    }

    @Test
    void shouldRefuseAnEmptyBundle() {
        assertThatThrownBy(() -> day.deliveries(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A Bundle needs at least 1 entry, not 0");
    }

    @ParameterizedTest
    @CsvSource({"599,120,12000,600 patients", "800,79,12000,80 staff", "800,120,3999,'4000 accesses'"})
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
