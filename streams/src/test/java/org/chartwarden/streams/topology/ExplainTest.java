package org.chartwarden.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.topology.Hospital.NOW;
import static org.chartwarden.streams.topology.Records.ONCOLOGY;
import static org.chartwarden.streams.topology.Records.ORTHOPAEDICS;
import static org.chartwarden.streams.topology.Records.access;
import static org.chartwarden.streams.topology.Records.encounter;
import static org.chartwarden.streams.topology.Records.patient;
import static org.chartwarden.streams.topology.Records.staff;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainTest extends TopologyTest {

    private static final String NOTHING_ORDERED = "The user ordered, prescribed and referred nothing for the patient";
    private static final String NO_HANDOVER = "No order, referral or transfer leads to the user's department";
    private static final String NO_EARLIER_ACCESS =
            "The user had no explained access to this patient in the 30 days before";

    @BeforeEach
    void someoneWorks() {
        hospital.staff(staff("Practitioner/u1", "u1")
                .setGivenName("Ada")
                .setFamilyName("Byron")
                .build());
        hospital.staff(staff("PractitionerRole/r1", "u1", ONCOLOGY)
                .setRoles(List.of("nurse"))
                .build());
    }

    @Test
    void shouldExplainByAnEncounterThatNamesTheUser() {
        hospital.care(encounter("Encounter/e1", "p1", ORTHOPAEDICS)
                .setPractitionerIds(List.of("u1"))
                .build());

        ExplainedAccess explained = open(access("a1", "u1", "p1", NOW));

        assertThat(explained.getExplained()).isTrue();
        assertThat(explained.getExplanations())
                .containsExactly(explanation(
                        "named-practitioner",
                        1.0,
                        "An encounter of the patient in Orthopaedics names the user",
                        "Encounter/e1"));
        assertThat(explained.getUnexplainedBecause()).isEmpty();
    }

    @Test
    void shouldExplainByAnEncounterInTheUsersDepartment() {
        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY).build());

        ExplainedAccess explained = open(access("a1", "u1", "p1", NOW));

        assertThat(explained.getExplanations())
                .containsExactly(explanation(
                        "department-encounter",
                        0.8,
                        "The patient has an encounter in Oncology, where the user works",
                        "Encounter/e1"));
    }

    @Test
    void shouldListEveryReasonTheStrongestFirst() {
        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY)
                .setPractitionerIds(List.of("u1"))
                .build());
        open(access("a1", "u1", "p1", NOW));

        ExplainedAccess explained = open(access("a2", "u1", "p1", after("PT5M")));

        assertThat(explained.getExplanations())
                .extracting(Explanation::getReason)
                .containsExactly("named-practitioner", "department-encounter", "own-earlier-care");
    }

    /** Three days before, fourteen days after. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-07T09:59:59Z, false",
        "2026-03-07T10:00:00Z, true",
        "2026-03-26T10:00:00Z, true",
        "2026-03-26T10:00:01Z, false",
    })
    void shouldExplainAroundTheEncounter(Instant time, boolean expected) {
        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY)
                .setStatus(CareStatus.FINISHED)
                .setStart(Instant.parse("2026-03-10T10:00:00Z"))
                .setEnd(Instant.parse("2026-03-12T10:00:00Z"))
                .build());

        ExplainedAccess explained = open(access("a1", "u1", "p1", time));

        assertThat(explained.getExplained()).isEqualTo(expected);
        assertThat(explained.getUnexplainedBecause())
                .containsExactlyElementsOf(
                        expected
                                ? List.of()
                                : List.of(
                                        "No care of the patient names the user",
                                        NOTHING_ORDERED,
                                        "The patient was seen in Oncology, where the user works, but the access was"
                                                + " not within 3 days before or 14 days after it",
                                        NO_HANDOVER,
                                        NO_EARLIER_ACCESS));
    }

    @Test
    void shouldTakeCancelledCareForNoEvidence() {
        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY).build());
        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY)
                .setStatus(CareStatus.CANCELLED)
                .build());

        ExplainedAccess explained = open(access("a1", "u1", "p1", NOW));

        assertThat(explained.getExplanations()).isEmpty();
        assertThat(explained.getUnexplainedBecause())
                .containsExactly("The patient has no encounter on record", NO_EARLIER_ACCESS);
    }

    @Test
    void shouldSayWhereTheUserWorksAndThePatientWasSeen() {
        hospital.care(encounter("Encounter/e1", "p1", ORTHOPAEDICS).build());

        ExplainedAccess explained = open(access("a1", "u1", "p1", NOW));

        assertThat(explained.getExplained()).isFalse();
        assertThat(explained.getUnexplainedBecause())
                .containsExactly(
                        "No care of the patient names the user",
                        NOTHING_ORDERED,
                        "The user works in Oncology; the patient was only ever seen in Orthopaedics",
                        NO_HANDOVER,
                        NO_EARLIER_ACCESS);
    }

    @Test
    void shouldSayThatTheUserIsUnknown() {
        ExplainedAccess explained =
                open(access("a1", "stranger", "p1", NOW).setUserName("As Spelt").setPatientId("p1"));

        assertThat(explained.getUserKnown()).isFalse();
        assertThat(explained.getUserFullName()).isEqualTo("As Spelt");
        assertThat(explained.getUnexplainedBecause())
                .containsExactly(
                        "The user is not in the workforce directory",
                        "The patient has no encounter on record",
                        NO_EARLIER_ACCESS);
    }

    @ParameterizedTest
    @CsvSource({"P30D, true", "P30DT1S, false"})
    void shouldExplainByTheUsersOwnEarlierCare(String later, boolean expected) {
        explainedByCareThatThenEnds();

        ExplainedAccess explained = open(access("a2", "u1", "p1", after(later)));

        assertThat(explained.getExplained()).isEqualTo(expected);
        assertThat(explained.getExplanations())
                .containsExactlyElementsOf(
                        expected
                                ? List.of(explanation(
                                        "own-earlier-care",
                                        0.6,
                                        "The user had an explained access to this patient in the 30 days before",
                                        "a1"))
                                : List.of());
    }

    @Test
    void shouldNotExtendOwnEarlierCareByItself() {
        explainedByCareThatThenEnds();
        open(access("a2", "u1", "p1", after("P29D")));

        ExplainedAccess explained = open(access("a3", "u1", "p1", after("P31D")));

        assertThat(explained.getExplained()).isFalse();
    }

    @Test
    void shouldNotTakeOnesOwnCareForAnothersOrLaterCareForEarlier() {
        explainedByCareThatThenEnds();
        hospital.staff(staff("Practitioner/u2", "u2", ONCOLOGY).build());
        assertThat(open(access("a4", "u1", "p1", before("P5D"))).getExplained()).isFalse();

        List<ExplainedAccess> explained = hospital.open(
                access("a2", "u2", "p1", after("P20D")).build(),
                access("a3", "u1", "p2", after("P20D")).build());

        assertThat(explained).extracting(ExplainedAccess::getExplained).containsExactly(false, false);
    }

    @Test
    void shouldNotTakeASearchOrARefusalForCare() {
        hospital.care(endedEncounter());
        open(access("a1", "u1", "p1", NOW).setCategory(AccessCategory.SEARCH));
        open(access("a2", "u1", "p1", NOW).setOutcome(Outcome.SERIOUS_FAILURE));

        assertThat(open(access("a3", "u1", "p1", after("P15D"))).getExplained()).isFalse();
    }

    private void explainedByCareThatThenEnds() {
        hospital.care(endedEncounter());
        assertThat(open(access("a1", "u1", "p1", NOW)).getExplained()).isTrue();
    }

    private static CareEvent endedEncounter() {
        return encounter("Encounter/e1", "p1", ONCOLOGY)
                .setStatus(CareStatus.FINISHED)
                .setEnd(NOW)
                .build();
    }

    @Test
    void shouldDescribeUserAndPatient() {
        hospital.patient(patient("p1", true));
        hospital.staff(staff("Practitioner/u9", "u9").setPatientId("p1").build());

        ExplainedAccess explained = open(access("a1", "u1", "p1", NOW));

        assertThat(explained.getUserKnown()).isTrue();
        assertThat(explained.getUserFullName()).isEqualTo("Ada Byron");
        assertThat(explained.getUserDepartments()).containsExactly(ONCOLOGY);
        assertThat(explained.getUserRoles()).containsExactly("nurse");
        assertThat(explained.getPatientKnown()).isTrue();
        assertThat(explained.getPatientVip()).isTrue();
        assertThat(explained.getPatientUserId()).isEqualTo("u9");
    }

    @Test
    void shouldMergeThePersonsRecordsAndForgetWhatIsGone() {
        hospital.staff(staff("PractitionerRole/r2", "u1", ORTHOPAEDICS).build());
        assertThat(open(access("a1", "u1", "p1", NOW)).getUserDepartments()).containsExactly(ONCOLOGY, ORTHOPAEDICS);

        hospital.staffLeft("PractitionerRole/r1");
        assertThat(open(access("a2", "u1", "p1", NOW)).getUserDepartments()).containsExactly(ORTHOPAEDICS);

        hospital.staff(staff("PractitionerRole/r2", "u1", ORTHOPAEDICS)
                .setActive(false)
                .build());
        ExplainedAccess explained = open(access("a3", "u1", "p1", NOW));
        assertThat(explained.getUserKnown()).isTrue();
        assertThat(explained.getUserDepartments()).isEmpty();
    }

    @Test
    void shouldFollowARecordToAnotherUserAndPatient() {
        hospital.staff(staff("Practitioner/x", "u2").setPatientId("p1").build());
        hospital.staff(staff("Practitioner/x", "u3").setPatientId("p2").build());

        List<ExplainedAccess> explained = hospital.open(
                access("a1", "u2", "p1", NOW).build(),
                access("a2", "u3", "p2", NOW).build());

        assertThat(explained).extracting(ExplainedAccess::getUserKnown).containsExactly(false, true);
        assertThat(explained).extracting(ExplainedAccess::getPatientUserId).containsExactly(null, "u3");
    }

    @Test
    void shouldSayWhatTheSourceDidNotName() {
        List<ExplainedAccess> explained = hospital.open(
                access("a1", null, "p1", NOW).build(),
                access("a2", "u1", null, NOW)
                        .setCategory(AccessCategory.AUTHENTICATION)
                        .build());

        assertThat(explained)
                .extracting(ExplainedAccess::getUnexplainedBecause)
                .containsExactly(List.of("The source named no user"), List.of("The source named no patient"));
    }

    private ExplainedAccess open(AccessEvent.Builder event) {
        List<ExplainedAccess> explained = hospital.open(event.build());
        assertThat(explained).isNotEmpty();
        return explained.get(0);
    }

    private static Explanation explanation(String reason, double strength, String text, String evidence) {
        return new Explanation(reason, strength, text, List.of(evidence));
    }
}
