package org.chartwarden.producers.simulator;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One day of the simulated hospital, after the thin past that some of its stories need: the FHIR R4 that its systems
 * send, the incidents planted in it, and the innocents who look like them. The context has to be read before the
 * deliveries. Every stream can be asked for again and is the same again; none is for use by several threads.
 *
 * <pre>{@code
 * SimulatedDay day = SimulatedDay.of(SimulationPlan.of(42, LocalDate.of(2026, 11, 22), ZoneId.of("Europe/Vienna")));
 * day.contextLines();     // NDJSON: places, people and paperwork that are known at the start
 * day.deliveries(100);    // bodies for POST /, and the paperwork that arrives between them
 * day.incidents();        // what the alerts must tell
 * day.innocents();        // what they must not
 * }</pre>
 */
public final class SimulatedDay {

    /** Shares of the accesses; what is left is caused by care. */
    private static final double SEARCHES = 0.04;

    private static final double NOISE = 0.013;

    private final SimulationPlan plan;
    private final Hospital hospital;
    private final Script script;
    private final List<Recording> recordings;
    private final int accesses;

    private SimulatedDay(SimulationPlan plan) {
        this.plan = plan;
        this.hospital = Hospital.of(plan);
        this.script = Stories.of(plan);
        List<Act> acts = new ArrayList<>(script.acts());
        acts.addAll(background((int)
                acts.stream().filter(act -> !act.time().isBefore(plan.begin())).count()));
        acts.sort(Comparator.comparing(Act::time));
        this.accesses = acts.size();
        this.recordings = new Delivery(plan).deliver(acts);
    }

    /** What everybody does who has no part in a story. */
    private List<Act> background(int inStories) {
        Workday workday = new Workday(plan, hospital);
        List<StaffMember> staff = Chance.ofDay(plan, "parts").shuffled(hospital.staff());
        int half = staff.size() / 2;
        List<Act> acts = new ArrayList<>();
        acts.addAll(new Searches(workday, staff.subList(0, half)).acts(share(SEARCHES)));
        acts.addAll(new Noise(workday, staff.subList(half, staff.size())).acts(share(NOISE)));
        acts.addAll(new CareWork(workday).acts(plan.accesses() - inStories - acts.size()));
        return acts;
    }

    /** Simulates the day. The FHIR is made later, line by line, as the streams are read. */
    public static SimulatedDay of(SimulationPlan plan) {
        return new SimulatedDay(plan);
    }

    /** What is known at the start, as NDJSON: one resource a line, each before those that refer to it. */
    public Stream<String> contextLines() {
        IParser parser = parser();
        return new HospitalResources(plan, hospital, script).resources().map(parser::encodeResourceToString);
    }

    /** The AuditEvents as NDJSON, in the order in which they arrive, which is nearly that of time. */
    public Stream<String> auditLines() {
        IParser parser = parser();
        return recordings.stream().map(recording -> parser.encodeResourceToString(AuditEvents.of(recording)));
    }

    /**
     * Everything that is sent after the context, in order of arrival: the same AuditEvents as batch Bundles, and the
     * late paperwork between them.
     *
     * @param entries how many AuditEvents a Bundle has at most; fewer where paperwork comes between
     * @throws IllegalArgumentException if entries is less than 1
     */
    public Stream<Shipment> deliveries(int entries) {
        return new Shipping(recordings, script.latePapers(), weeks(), entries).shipments();
    }

    /** When the weeks of the past end, up to the begin of the day. */
    private List<Instant> weeks() {
        Instant first = recordings.get(0).arrival();
        return Stream.iterate(plan.begin(), end -> end.isAfter(first), end -> end.minus(Duration.ofDays(7)))
                .toList();
    }

    /** The planted truth. Every alert that tells of none of these is a false one. */
    public List<PlantedIncident> incidents() {
        return script.incidents();
    }

    /** Who must stay silent, each with the rule that is tempted. */
    public List<PlantedInnocent> innocents() {
        return script.innocents();
    }

    /** How many AuditEvents there are: accesses and duplicates. */
    public int auditEventCount() {
        return recordings.size();
    }

    /** How many AuditEvents repeat an act that another one recorded. */
    public int duplicateCount() {
        return recordings.size() - accesses;
    }

    private int share(double part) {
        return (int) (plan.accesses() * part);
    }

    private static IParser parser() {
        return FhirContext.forR4Cached().newJsonParser().setPrettyPrint(false);
    }
}
