package org.chartwarden.producers.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.MemberKind;
import org.chartwarden.model.Patient;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.MemoryOutput;
import org.chartwarden.producers.fhir.FhirFeed;
import org.chartwarden.producers.fhir.Samples;
import org.chartwarden.producers.simulator.Shipment;
import org.chartwarden.producers.simulator.SimulatedDay;
import org.chartwarden.producers.simulator.SimulationPlan;
import org.chartwarden.producers.source.Feed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulated hospital goes through the same door as real sources, and none of what it tells is lost on the way. */
class SimulatedHospitalTest {

    private static final SimulatedDay DAY = SimulatedDay.of(
            SimulationPlan.of(7, LocalDate.of(2026, 3, 4), ZoneOffset.UTC).withAccesses(4_000));

    private static final MemoryOutput OUTPUT = new MemoryOutput();
    private static long contextResources;

    @BeforeAll
    static void ingest() throws IOException {
        Ingest ingest = new Ingest(
                OUTPUT,
                OUTPUT.delivery(Clock.systemUTC()),
                FhirFeed.all(Clock.systemUTC(), ZoneOffset.UTC).stream()
                        .collect(Collectors.toMap(Feed::name, feed -> feed)));
        contextResources += ingest.context(lines(DAY.contextLines()), "context").produced();
        for (Shipment shipment : DAY.deliveries(100).toList()) {
            if (shipment instanceof Shipment.AuditBundle bundle) {
                ingest.audit(lines(Stream.of(bundle.body())), "bundle");
            } else if (shipment instanceof Shipment.ContextLines late) {
                contextResources +=
                        ingest.context(lines(late.lines().stream()), "late").produced();
            }
        }
    }

    @Test
    void shouldUnderstandEverything() {
        assertThat(OUTPUT.deadLetters()).isEmpty();
        assertThat(contextResources).isGreaterThan(1_000);
        assertThat((long) OUTPUT.produced().size()).isEqualTo(contextResources + DAY.auditEventCount());
    }

    @Test
    void shouldGiveEachActOneIdHoweverOftenItIsRecorded() {
        Set<String> ids =
                records(AccessEvent.class).map(AccessEvent::getEventId).collect(Collectors.toSet());

        assertThat(ids).hasSize(DAY.auditEventCount() - DAY.duplicateCount());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"OTHER", "RESEARCH"},
            mode = EnumSource.Mode.EXCLUDE)
    void shouldTellCareOfEachKind(CareKind kind) {
        assertSome(CareEvent.class, care -> care.getKind() == kind);
    }

    @ParameterizedTest
    @EnumSource(MemberKind.class)
    void shouldTellOfAccessesByMembersOfEachKind(MemberKind kind) {
        Set<String> members = records(WorkforceMember.class)
                .filter(member -> member.getKind() == kind)
                .map(WorkforceMember::getUserId)
                .collect(Collectors.toSet());

        assertSome(AccessEvent.class, access -> members.contains(access.getUserId()));
    }

    @Test
    void shouldTellOfPatientsWhatRulesAskFor() {
        assertSome(Patient.class, Patient::getVip);
        assertSome(Patient.class, patient -> patient.getDeceasedAt() != null);
        assertSome(Patient.class, patient -> patient.getReplacedBy() != null);
        assertThat(records(Patient.class))
                .allMatch(patient -> patient.getAddress().getLatitude() != null);
    }

    @Test
    void shouldTellOfMembersWhatRulesAskFor() {
        assertSome(WorkforceMember.class, member -> !member.getShifts().isEmpty());
        assertSome(WorkforceMember.class, member -> !member.getLeaves().isEmpty());
        assertSome(WorkforceMember.class, member -> member.getEmployedUntil() != null);
        assertSome(WorkforceMember.class, member -> member.getPatientId() != null);
        assertSome(WorkforceMember.class, member -> member.getAddress() != null);
    }

    @Test
    void shouldTellOfCareWhatReasonsAskFor() {
        assertSome(CareEvent.class, care -> !care.getRelatedPatientIds().isEmpty());
        assertSome(CareEvent.class, care -> !care.getRequesterIds().isEmpty());
        assertSome(CareEvent.class, care -> care.getStatus() == CareStatus.CANCELLED);
    }

    @Test
    void shouldTellOfAccessesWhatRulesAskFor() {
        assertSome(AccessEvent.class, access -> access.getEndTime() != null);
        assertSome(AccessEvent.class, AccessEvent::getEmergency);
        assertSome(AccessEvent.class, AccessEvent::getInteractive);
        assertSome(AccessEvent.class, access -> !access.getInteractive());
        assertSome(AccessEvent.class, access -> access.getCategory() == AccessCategory.EXPORT);
        assertThat(records(AccessEvent.class)).allMatch(access -> access.getUserId() != null);
        assertThat(records(AccessEvent.class).filter(access -> access.getCategory() == AccessCategory.SEARCH))
                .isNotEmpty()
                .allMatch(access -> access.getQueryParameters().equals(List.of("family")));
    }

    /** Prints no records where none is found: there are thousands. */
    private static <T> void assertSome(Class<T> type, Predicate<T> property) {
        assertThat(records(type).filter(property).findFirst()).isPresent();
    }

    private static <T> Stream<T> records(Class<T> type) {
        return OUTPUT.produced().stream()
                .map(record -> (Object) record.value())
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static ByteArrayInputStream lines(Stream<String> lines) {
        return new ByteArrayInputStream(Samples.utf8(lines.collect(Collectors.joining("\n"))));
    }
}
