package org.chartwarden.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.topology.Hospital.NOW;
import static org.chartwarden.streams.topology.Records.ONCOLOGY;
import static org.chartwarden.streams.topology.Records.ORTHOPAEDICS;
import static org.chartwarden.streams.topology.Records.access;
import static org.chartwarden.streams.topology.Records.care;
import static org.chartwarden.streams.topology.Records.encounter;
import static org.chartwarden.streams.topology.Records.staff;

import java.util.List;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes known later changes what accesses meant. */
class HindsightTest extends TopologyTest {

    @BeforeEach
    void someoneWorks() {
        hospital.staff(staff("Practitioner/u1", "u1", ONCOLOGY).build());
    }

    @Test
    void shouldExplainByCareThatIsRecordedLater() {
        assertThat(states(hospital.open(access("a1", "u1", "p1", NOW).build()))).containsExactly("a1 1 false");

        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY).build());

        assertThat(states(hospital.revised())).containsExactly("a1 2 true");
    }

    @Test
    void shouldReviseNothingWhenTheSameIsToldAgainOrMattersNot() {
        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY).build());
        hospital.open(access("a1", "u1", "p1", NOW).build());

        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY).build());
        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY)
                .setStatus(CareStatus.FINISHED)
                .setEnd(after("PT1H"))
                .build());
        hospital.care(encounter("Encounter/e2", "p2", ONCOLOGY).build());

        assertThat(hospital.revised()).isEmpty();
    }

    @Test
    void shouldTakeBackWhatRestedOnCancelledCare() {
        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY)
                .setStatus(CareStatus.FINISHED)
                .setEnd(before("P13D"))
                .setStart(before("P14D"))
                .build());
        hospital.open(
                access("a1", "u1", "p1", NOW).build(),
                access("a2", "u1", "p1", after("P2D")).build());

        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY)
                .setStatus(CareStatus.CANCELLED)
                .build());

        assertThat(states(hospital.revised())).containsExactly("a1 2 false", "a2 2 false");
    }

    /** What an officer shows must be on record. */
    @Test
    void shouldCiteNothingThatWasCancelled() {
        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY).build());
        hospital.care(encounter("Encounter/e2", "p1", ONCOLOGY).build());
        hospital.open(access("a1", "u1", "p1", NOW).build());

        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY)
                .setStatus(CareStatus.CANCELLED)
                .build());

        List<ExplainedAccess> revised = hospital.revised();
        assertThat(states(revised)).containsExactly("a1 2 true");
        assertThat(revised.get(0).getExplanations())
                .extracting(Explanation::getEvidenceIds)
                .containsExactly(List.of("Encounter/e2"));
    }

    @Test
    void shouldSayWhatIsStillMissing() {
        hospital.care(care(CareKind.ORDER, "ServiceRequest/o1", "p1").build());
        List<ExplainedAccess> first =
                hospital.open(access("a1", "u1", "p1", NOW).build());
        assertThat(first.get(0).getUnexplainedBecause()).contains("The patient has no encounter on record");

        hospital.care(encounter("Encounter/e1", "p1", ORTHOPAEDICS).build());

        List<ExplainedAccess> revised = hospital.revised();
        assertThat(states(revised)).containsExactly("a1 2 false");
        assertThat(revised.get(0).getUnexplainedBecause())
                .contains("The user works in Oncology; the patient was only ever seen in Orthopaedics")
                .doesNotContain("The patient has no encounter on record");
    }

    @Test
    void shouldTakeAGlimpseForNoSlipWhenCareComesLater() {
        hospital.open(access("a1", "u1", "p1", NOW).setEndTime(after("PT5S")).build());

        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY).build());

        List<ExplainedAccess> revised = hospital.revised();
        assertThat(states(revised)).containsExactly("a1 2 true");
        assertThat(revised.get(0).getExplanations())
                .extracting(Explanation::getReason)
                .containsExactly("department-encounter");
    }

    @Test
    void shouldForgetCareThatWasOverLongAgo() {
        hospital.care(encounter("Encounter/e1", "p1", ORTHOPAEDICS)
                .setStatus(CareStatus.FINISHED)
                .setEnd(NOW)
                .build());
        hospital.care(care(CareKind.ORDER, "ServiceRequest/o1", "p2").build());
        hospital.care(encounter("Encounter/e3", "p3", ORTHOPAEDICS).build());
        hospital.open(access("a1", "u1", "p4", NOW).build());

        assertThat(hospital.open(
                        access("a2", "u1", "p1", after("P406D")).build(),
                        access("a3", "u1", "p2", after("P406D")).build()))
                .extracting(ExplainedAccess::getDaysSinceCare)
                .containsExactly(406, 406);
        hospital.open(access("a4", "u1", "p4", after("P408D")).build());

        assertThat(hospital.open(
                        access("a5", "u1", "p1", after("P408D")).build(),
                        access("a6", "u1", "p2", after("P408D")).build(),
                        access("a7", "u1", "p3", after("P408D")).build()))
                .extracting(ExplainedAccess::getDaysSinceCare)
                .containsExactly(null, null, 0);
    }

    @Test
    void shouldReviseBeyondNoHorizon() {
        hospital.open(
                access("a1", "u1", "p1", NOW).build(),
                access("a2", "u1", "p2", after("P8D")).build());

        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY).build());

        assertThat(hospital.revised()).isEmpty();
    }

    @Test
    void shouldLetAnEarlierAccessExplainALaterOneThatCameFirst() {
        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY)
                .setStatus(CareStatus.FINISHED)
                .setEnd(before("P13D"))
                .setStart(before("P14D"))
                .build());
        assertThat(states(hospital.open(access("a2", "u1", "p1", after("P2D")).build())))
                .containsExactly("a2 1 false");

        List<ExplainedAccess> out = hospital.open(access("a1", "u1", "p1", NOW).build());

        assertThat(states(out)).containsExactly("a1 1 true", "a2 2 true");
        assertThat(out).extracting(ExplainedAccess::getFirstOfPair).containsExactly(true, false);
    }

    @Test
    void shouldTakeASlipForNoneWhenTheUserComesBack() {
        AccessEvent slip =
                access("a1", "u1", "p1", NOW).setEndTime(after("PT5S")).build();
        List<ExplainedAccess> first = hospital.open(slip);
        assertThat(first.get(0).getExplanations())
                .extracting(Explanation::getReason)
                .containsExactly("wrong-patient");

        List<ExplainedAccess> out = hospital.open(
                access("a2", "u1", "p1", after("PT30M")).build(),
                access("a3", "u1", "p1", after("PT40M")).build());

        assertThat(states(out)).containsExactly("a2 1 false", "a1 2 false", "a3 1 false");
    }

    @Test
    void shouldJudgeAnewWhenThePatientsRecordComesLater() {
        hospital.open(access("a1", "u1", "p1", NOW).build());

        hospital.patient(
                Patient.newBuilder().setPatientId("p1").setDeceased(true).build());

        List<ExplainedAccess> out = hospital.revised();
        assertThat(out).extracting(ExplainedAccess::getPatientDeceased).containsExactly(true);
        assertThat(out).extracting(ExplainedAccess::getRevision).containsExactly(2);
    }

    private static List<String> states(List<ExplainedAccess> accesses) {
        return accesses.stream()
                .map(each -> each.getAccess().getEventId() + " " + each.getRevision() + " " + each.getExplained())
                .toList();
    }
}
