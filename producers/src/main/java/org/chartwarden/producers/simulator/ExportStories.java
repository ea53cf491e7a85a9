package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Data that leaves in bulk or in drips, and data that is changed in bulk. */
final class ExportStories implements Story {

    private static final String MASS = "mass-change-or-export";
    private static final String DOCUMENT = "DocumentReference";

    @Override
    public void tell(Script script) {
        bulk(script);
        drip(script);
        mass(script);
    }

    private static void bulk(Script script) {
        StaffMember culprit = script.hire(Department.SURGERY, Role.THERAPIST);
        script.incident(
                "bulk-export",
                Series.of(
                        script,
                        culprit,
                        script.patients(26),
                        script.today(12, 0),
                        Duration.ofMinutes(2),
                        Interaction.EXPORT,
                        DOCUMENT),
                culprit.portrait() + " exports 26 patients' documents within an hour");

        Team discharging = Team.of(script, script.hire(Department.CARDIOLOGY, Role.PHYSICIAN), 20);
        script.innocent(
                "bulk-export",
                discharging
                        .round(script.today(12, 0), Duration.ofMinutes(2), Interaction.EXPORT, DOCUMENT)
                        .toList(),
                "Letters of twenty own patients are printed before the weekend");
    }

    /** One or two a day for two weeks. */
    private static void drip(Script script) {
        StaffMember culprit = script.hire(Department.EMERGENCY, Role.THERAPIST);
        List<Act> exports = new ArrayList<>(dripOf(script, culprit, script.patients(16), 11));
        script.incident("drip-export", exports, culprit.portrait() + " exports a few strangers' documents every day");

        Team innocent = Team.of(script, script.hire(Department.MATERNITY, Role.THERAPIST), 8);
        List<Act> work = new ArrayList<>(dripOf(script, innocent.member(), script.patients(8), 10));
        work.addAll(dripOf(script, innocent.member(), innocent.ward(), 13));
        script.innocent("drip-export", work, "As many exports, half of them of own patients");
    }

    private static List<Act> dripOf(Script script, StaffMember member, List<SimulatedPatient> patients, int hour) {
        Duration apart = Duration.ofDays(12).dividedBy(patients.size());
        return Series.of(script, member, patients, script.on(12, hour, 0), apart, Interaction.EXPORT, DOCUMENT);
    }

    private static void mass(Script script) {
        Team culprit = Team.of(script, script.hire(Department.INTENSIVE_CARE, Role.NURSE), 55);
        script.incident(
                MASS,
                culprit.round(script.today(3, 0), Duration.ofSeconds(10), Interaction.UPDATE, "Observation")
                        .toList(),
                culprit.member().portrait() + "'s account changes 55 patients' data within ten minutes");

        Team innocent = culprit.with(script.hire(Department.INTENSIVE_CARE, Role.NURSE));
        script.innocent(
                MASS,
                innocent.round(script.today(9, 0), Duration.ofSeconds(30), Interaction.UPDATE, "Observation")
                        .toList(),
                "As many changes, but only half of them in any quarter of an hour");

        Team thorough = culprit.with(script.hire(Department.INTENSIVE_CARE, Role.NURSE));
        script.innocent(
                MASS,
                thorough.round(script.today(10, 0), Duration.ofSeconds(10), Interaction.READ, "Observation")
                        .toList(),
                "As many patients as fast, but nothing was changed");
    }
}
