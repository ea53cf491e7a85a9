package org.chartwarden.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.explain.Scene.NOW;
import static org.chartwarden.streams.explain.Scene.ONCOLOGY;
import static org.chartwarden.streams.explain.Scene.SURGERY;
import static org.chartwarden.streams.explain.Scene.care;
import static org.chartwarden.streams.explain.Scene.endedBefore;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Leave;
import org.chartwarden.model.MemberKind;
import org.chartwarden.model.Relation;
import org.chartwarden.model.WeeklyShift;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircumstancesTest {

    private static final int TUESDAY = 2;

    private final Scene scene = new Scene();

    @Test
    void shouldTellWhoTheUserIs() {
        scene.user
                .setGivenName("Ada")
                .setFamilyName("Byron")
                .setLeaves(List.of(new Leave(NOW, NOW)))
                .setShifts(List.of(new WeeklyShift(TUESDAY, 720, 1080)))
                .setKind(MemberKind.SERVICE);

        ExplainedAccess described = described();

        assertThat(described.getUserKnown()).isTrue();
        assertThat(described.getUserFullName()).isEqualTo("Ada Byron");
        assertThat(described.getUserKind()).isEqualTo(MemberKind.SERVICE);
        assertThat(described.getUserDepartments()).containsExactly(ONCOLOGY);
        assertThat(described.getUserRoles()).containsExactly("nurse");
        assertThat(described.getUserOnLeave()).isTrue();
        assertThat(described.getUserOffShift()).isTrue();
        assertThat(described.getUserTerminated()).isFalse();
    }

    @Test
    void shouldTellThatTheUserHasGone() {
        scene.user.setEmployedUntil(NOW.minusSeconds(1));
        scene.access.setUserName("As Spelt");

        ExplainedAccess described = described();

        assertThat(described.getUserTerminated()).isTrue();
        assertThat(described.getUserDepartments()).isEmpty();
        assertThat(described.getUserFullName()).isEqualTo("As Spelt");
    }

    @Test
    void shouldTellWhoThePatientIs() {
        scene.patient
                .setVip(true)
                .setSecurityLabels(List.of("R", "PSY"))
                .setDeceased(true)
                .setDeceasedAt(NOW.minus(Duration.ofHours(71)));
        scene.patientUserId = Optional.of("u9");

        ExplainedAccess described = described();

        assertThat(described.getPatientKnown()).isTrue();
        assertThat(described.getPatientVip()).isTrue();
        assertThat(described.getPatientUserId()).isEqualTo("u9");
        assertThat(described.getPatientSecurityLabels()).containsExactly("R", "PSY");
        assertThat(described.getPatientDeceased()).isTrue();
        assertThat(described.getDaysSinceDeath()).isEqualTo(2);
    }

    @Test
    void shouldCountNoDaysBeforeDeath() {
        scene.patient.setDeceased(true).setDeceasedAt(NOW.plusSeconds(1));

        assertThat(described().getDaysSinceDeath()).isNull();
    }

    @Test
    void shouldCountDaysSinceTheLatestCareAnywhereAndInTheUsersDepartments() {
        scene.with(
                endedBefore("P200D", care(CareKind.ENCOUNTER, ONCOLOGY)),
                endedBefore("P20D", care(CareKind.ENCOUNTER, SURGERY)),
                care(CareKind.APPOINTMENT, ONCOLOGY)
                        .setStatus(CareStatus.PLANNED)
                        .setStart(NOW.plusSeconds(1)),
                care(CareKind.RELATED_PERSON, ONCOLOGY));

        ExplainedAccess described = described();

        assertThat(described.getDaysSinceCare()).isEqualTo(20);
        assertThat(described.getDaysSinceDepartmentsCare()).isEqualTo(200);
    }

    @Test
    void shouldCountNoDaysWhileCareLasts() {
        scene.with(care(CareKind.ENCOUNTER, ONCOLOGY), endedBefore("P20D", care(CareKind.ENCOUNTER, ONCOLOGY)));

        assertThat(described().getDaysSinceDepartmentsCare()).isZero();
    }

    /** That it is over is known, but not since when. */
    @Test
    void shouldCountNoDaysSinceCareOfUnknownTime() {
        scene.with(care(CareKind.ENCOUNTER, ONCOLOGY)
                .setStatus(CareStatus.FINISHED)
                .setStart(null));

        ExplainedAccess described = described();

        assertThat(described.getDaysSinceCare()).isNull();
        assertThat(described.getDaysSinceDepartmentsCare()).isNull();
    }

    @Test
    void shouldCountNothingWithoutCare() {
        ExplainedAccess described = described();

        assertThat(described.getDaysSinceCare()).isNull();
        assertThat(described.getDaysSinceDepartmentsCare()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"BYRON, 0.001", "Miller, "})
    void shouldTellHowRareASharedNameIs(String patientsName, Double expected) {
        scene.user.setFamilyName("Byron");
        scene.patient.setFamilyName(patientsName);
        scene.familyNameShare = OptionalDouble.of(0.001);

        Relation relation = described().getRelation();

        assertThat(relation.getSameFamilyName()).isEqualTo(expected != null);
        assertThat(relation.getFamilyNameShare()).isEqualTo(expected);
    }

    @Test
    void shouldDescribeNoPatientWhereTheSourceNamedNone() {
        scene.access.setPatientId(null);
        scene.patient.setVip(true);

        ExplainedAccess described = described();

        assertThat(described.getPatientKnown()).isFalse();
        assertThat(described.getPatientVip()).isFalse();
        assertThat(described.getUserKnown()).isTrue();
    }

    private ExplainedAccess described() {
        Situation situation = scene.situation();
        ExplainedAccess.Builder explained =
                ExplainedAccess.newBuilder().setAccess(situation.access()).setExplained(false);
        Circumstances.describe(explained, situation, ZoneOffset.UTC);
        return explained.build();
    }
}
