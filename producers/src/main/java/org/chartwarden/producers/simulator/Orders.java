package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chartwarden.producers.simulator.Papers.Ordered;
import org.hl7.fhir.r4.model.Resource;

/** What wards order from the services and from each other, and when the order is on record, if ever. */
final class Orders {

    /** Neither the small hospital nor a script reaches these. */
    private static final int KNOWN_PAPERS = 5_000_000;

    private static final double NEVER_RECORDED = 0.04;
    private static final double LATE = 0.15;
    private static final Duration SHORTEST_DELAY = Duration.ofMinutes(30);
    private static final Duration LONGEST_DELAY = Duration.ofHours(10);

    private final Papers papers = new Papers(KNOWN_PAPERS);
    private final Map<String, SimulatedPatient> patients;
    private final Map<String, StaffMember> staff;
    private final Chance chance;
    private final List<Order> orders = new ArrayList<>();
    private final List<PaperLine> lines = new ArrayList<>();

    /**
     * Something to do for a service.
     *
     * @param episode whose patient it is for
     * @param service who does it
     * @param time from when on
     * @param recorded it is on record at some time
     */
    record Order(Episode episode, Department service, Instant time, boolean recorded) {}

    Orders(HospitalPlan plan, List<StaffMember> staff, List<SimulatedPatient> patients) {
        this.chance = Chance.ofHospital(plan.day(0), "orders");
        this.staff = byId(staff, StaffMember::userId);
        this.patients = byId(patients, SimulatedPatient::patientId);
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, each -> each));
    }

    /** What a stay or an emergency usually takes. */
    void orderFor(Episode episode) {
        if (episode.visit().kind() == StayKind.INPATIENT || episode.visit().kind() == StayKind.EMERGENCY) {
            usually(0.9, episode, Department.PHARMACY);
            usually(0.9, episode, Department.LABORATORY);
            usually(0.4, episode, Department.RADIOLOGY);
        }
    }

    private void usually(double share, Episode episode, Department service) {
        if (chance.withProbability(share)) {
            Instant time = episode.visit().start().plus(chance.between(Duration.ofMinutes(10), Duration.ofHours(3)));
            orders.add(new Order(episode, service, time, recorded(episode, service, time, time, NEVER_RECORDED, LATE)));
        }
    }

    /**
     * Somebody is asked to look at another department's patient.
     *
     * @param time when it was agreed
     * @param asked from when on the chart is opened for it; the paper is late or it comes before
     * @return whether it is ever on record
     */
    boolean consult(Episode episode, Department asked, Instant time, double never, double late) {
        return recorded(episode, asked, time.minus(Duration.ofMinutes(5)), time, never, late);
    }

    private boolean recorded(
            Episode episode, Department service, Instant ordered, Instant time, double never, double late) {
        if (chance.withProbability(never)) {
            return false;
        }
        Instant arrival =
                chance.withProbability(late) ? time.plus(chance.between(SHORTEST_DELAY, LONGEST_DELAY)) : ordered;
        lines.add(PaperLine.of(arrival, episode.patientId(), paper(episode, service, ordered)));
        return true;
    }

    private Resource paper(Episode episode, Department service, Instant time) {
        SimulatedPatient patient = patients.get(episode.patientId());
        StaffMember requester = staff.get(episode.visit().practitionerIds().get(0));
        Optional<Ordered> what = switch (service) {
            case PHARMACY -> Optional.empty();
            case LABORATORY -> Optional.of(Ordered.LABORATORY);
            case RADIOLOGY -> Optional.of(Ordered.IMAGING);
            case EMERGENCY,
                    CARDIOLOGY,
                    INTENSIVE_CARE,
                    MATERNITY,
                    NEUROLOGY,
                    ONCOLOGY,
                    ORTHOPAEDICS,
                    PAEDIATRICS,
                    SURGERY,
                    PSYCHIATRY,
                    REHABILITATION,
                    NUTRITION,
                    CODING,
                    REGISTRATION -> Optional.of(Ordered.REFERRAL);
        };
        return what.<Resource>map(order -> papers.order(order, patient, requester, service, time))
                .orElseGet(() -> papers.prescription(patient, requester, time));
    }

    List<Order> orders() {
        return List.copyOf(orders);
    }

    /** The papers that were written since the last call. */
    List<PaperLine> takeLines() {
        List<PaperLine> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }
}
