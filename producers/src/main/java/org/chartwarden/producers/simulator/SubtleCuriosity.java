package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chartwarden.producers.simulator.SimulatedPatient.Kind;
import org.hl7.fhir.r4.model.Resource;

/** Curiosity amid a day's work: one look into one chart, or few. */
final class SubtleCuriosity {

    private static final Duration HALF_A_YEAR = Duration.ofDays(185);

    private SubtleCuriosity() {}

    static List<Consumer<Scene>> all() {
        return List.of(
                SubtleCuriosity::vip,
                SubtleCuriosity::coworker,
                SubtleCuriosity::restricted,
                SubtleCuriosity::deceased,
                SubtleCuriosity::own,
                SubtleCuriosity::child,
                SubtleCuriosity::household,
                SubtleCuriosity::namesake,
                SubtleCuriosity::neighbour,
                SubtleCuriosity::longDischarged,
                SubtleCuriosity::returning,
                SubtleCuriosity::crowd,
                SubtleCuriosity::accumulated);
    }

    private static void vip(Scene scene) {
        StaffMember culprit = scene.culprit(Role.NURSE);
        SimulatedPatient vip = scene.script().vip();
        scene.single("vip-without-explanation", culprit, vip, "looks into a VIP's chart amid the work");
    }

    private static void coworker(Scene scene) {
        StaffMember culprit = scene.culprit(Role.NURSE, Role.PHYSICIAN);
        SimulatedPatient colleague = scene.script().patient(drawn -> drawn.as(Kind.COWORKER));
        scene.script().hire(Department.PSYCHIATRY, Role.NURSE, drawn -> drawn.owning(colleague.patientId()));
        scene.single("coworker-record", culprit, colleague, "looks into a co-worker's chart amid the work");
    }

    private static void restricted(Scene scene) {
        StaffMember culprit = scene.culprit(Role.THERAPIST);
        SimulatedPatient patient = scene.script().patient(drawn -> drawn.labelled("SUD"));
        scene.single("restricted-record", culprit, patient, "looks into a specially protected chart amid the work");
    }

    private static void deceased(Scene scene) {
        StaffMember culprit = scene.culprit(Role.NURSE);
        SimulatedPatient dead =
                scene.cast().stranger(culprit, patient -> patient.death().isPresent());
        scene.single("deceased-patient", culprit, dead, "looks into the chart of a patient long dead");
    }

    private static void own(Scene scene) {
        StaffMember culprit = scene.culprit(member -> member.ownPatientId().isPresent());
        SimulatedPatient self = scene.cast().patient(culprit.ownPatientId().orElseThrow());
        scene.single("own-record", culprit, self, "looks into their own chart");
    }

    private static void child(Scene scene) {
        StaffMember culprit = scene.culprit(member -> member.ownPatientId().isPresent());
        SimulatedPatient child = scene.script().patient();
        Resource relation =
                scene.script().papers().relative(child, culprit.ownPatientId().orElseThrow());
        scene.script().file(relation);
        scene.single("own-child-or-proxy", culprit, child, "looks into a relative's chart");
    }

    private static void household(Scene scene) {
        StaffMember culprit = scene.culprit(Role.PHYSICIAN);
        SimulatedPatient flatmate = scene.script().patient(drawn -> drawn.livingAt(culprit.home()));
        scene.single("same-household", culprit, flatmate, "looks into the chart of somebody of the same address");
    }

    private static void namesake(Scene scene) {
        StaffMember culprit =
                scene.culprit(member -> scene.cast().isRare(member.name().family()));
        SimulatedPatient relative = scene.script()
                .patient(drawn -> drawn.named(
                        new PersonName(culprit.name().family(), drawn.name().given())));
        scene.single("same-family-name", culprit, relative, "looks into the chart of a namesake");
    }

    private static void neighbour(Scene scene) {
        StaffMember culprit = scene.culprit(Role.THERAPIST);
        SimulatedPatient neighbour =
                scene.script().patient(drawn -> drawn.livingAt(culprit.home().nextDoor()));
        scene.single("neighbour", culprit, neighbour, "looks into the chart of the patient next door");
    }

    private static void longDischarged(Scene scene) {
        StaffMember culprit = scene.culprit(
                member -> member.role() == Role.NURSE && Department.CLINICS.contains(member.department()));
        Instant latest = scene.script().today(0, 0).minus(HALF_A_YEAR);
        List<Act> looks = Stream.of(4, 0)
                .map(daysBefore -> scene.script()
                        .read(
                                culprit,
                                scene.cast()
                                        .formerPatient(
                                                culprit.department(),
                                                episode ->
                                                        episode.visit().start().isBefore(latest)),
                                scene.sometime(daysBefore)))
                .toList();
        scene.script()
                .incident(
                        "long-discharged",
                        looks,
                        culprit.portrait() + " looks after two patients discharged half a year ago");
    }

    /** On three days within two weeks. */
    private static void returning(Scene scene) {
        StaffMember culprit = scene.culprit(Role.NURSE);
        SimulatedPatient stranger = scene.cast().strangers(culprit, 1).get(0);
        List<Act> looks = Stream.of(11, 5, 0)
                .map(daysBefore -> scene.script().read(culprit, stranger, scene.sometime(daysBefore)))
                .toList();
        scene.script()
                .incident(
                        "repeated-return", looks, culprit.portrait() + " returns to a stranger's chart on three days");
    }

    private static void crowd(Scene scene) {
        SimulatedPatient famous = scene.script().patient();
        List<Act> looks = IntStream.range(0, 6)
                .mapToObj(number ->
                        scene.script().read(scene.culprit(Role.NURSE, Role.PHYSICIAN), famous, scene.sometime()))
                .toList();
        scene.script()
                .patientsIncident(
                        "crowd-on-one-patient", looks, "Six people look into the chart of a patient in the news");
    }

    private static void accumulated(Scene scene) {
        StaffMember culprit = scene.culprit(Role.NURSE);
        List<Act> looks = new ArrayList<>();
        for (int daysBefore : List.of(8, 6, 4, 2, 1, 0)) {
            looks.add(scene.script().read(culprit, scene.script().vip(), scene.sometime(daysBefore)));
        }
        scene.script()
                .incident("accumulated-risk", looks, culprit.portrait() + " looks into six VIPs' charts, one a day");
    }
}
