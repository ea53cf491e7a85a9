package org.chartwarden.producers.simulator;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;

/**
 * One day of the simulated hospital: the FHIR R4 that its systems send, and the incidents planted in it. The context has
 * to be read before the accesses. Every stream can be asked for again and is the same again; none is for use by
 * several threads.
 *
 * <pre>{@code
 * SimulatedDay day = SimulatedDay.of(SimulationPlan.of(42, LocalDate.of(2026, 11, 22), ZoneId.of("Europe/Vienna")));
 * day.contextLines();      // NDJSON: Organization, Location, Patient, Practitioner, PractitionerRole, Encounter
 * day.auditBundles(100);   // bodies for POST /
 * day.incidents();         // what the alerts must tell
 * }</pre>
 */
public final class SimulatedDay {

    /** Shares of the accesses; what is left is caused by care. */
    private static final double SEARCHES = 0.04;

    private static final double NOISE = 0.013;

    private final SimulationPlan plan;
    private final Hospital hospital;
    private final List<PlantedIncident> incidents;
    private final List<Recording> recordings;
    private final int accesses;

    private SimulatedDay(SimulationPlan plan) {
        this.plan = plan;
        this.hospital = Hospital.of(plan);
        Workday workday = new Workday(plan, hospital);
        Cast cast = new Cast(workday);
        Incidents planted = new Incidents(workday, cast);
        planted.plant();
        List<Act> acts = new ArrayList<>(planted.acts());
        acts.addAll(new Lookalikes(workday, cast).acts());
        acts.addAll(new Searches(workday).acts(share(SEARCHES)));
        acts.addAll(new Noise(workday, cast.extras()).acts(share(NOISE)));
        acts.addAll(new CareWork(workday).acts(plan.accesses() - acts.size()));
        acts.sort(Comparator.comparing(Act::time));
        this.incidents = planted.truth();
        this.accesses = acts.size();
        this.recordings = new Delivery(plan).deliver(acts);
    }

    /** Simulates the day. The FHIR is made later, line by line, as the streams are read. */
    public static SimulatedDay of(SimulationPlan plan) {
        return new SimulatedDay(plan);
    }

    /** The hospital as NDJSON: one resource a line, each before those that refer to it. */
    public Stream<String> contextLines() {
        IParser parser = parser();
        return new ContextResources(plan, hospital).resources().map(parser::encodeResourceToString);
    }

    /** The AuditEvents as NDJSON, in the order in which they arrive, which is nearly that of time. */
    public Stream<String> auditLines() {
        IParser parser = parser();
        return recordings.stream().map(recording -> parser.encodeResourceToString(AuditEvents.of(recording)));
    }

    /**
     * The same AuditEvents in the same order, as batch Bundles: each the body of one {@code POST /} (IHE ITI-20).
     *
     * @param entries how many AuditEvents a Bundle has; the last may have fewer
     * @throws IllegalArgumentException if entries is less than 1
     */
    public Stream<String> auditBundles(int entries) {
        if (entries < 1) {
            throw new IllegalArgumentException("A Bundle needs at least 1 entry, not " + entries);
        }
        IParser parser = parser();
        return IntStream.iterate(0, first -> first < recordings.size(), first -> first + entries)
                .mapToObj(first -> recordings.subList(first, Math.min(first + entries, recordings.size())))
                .map(chunk -> parser.encodeResourceToString(bundle(chunk)));
    }

    /** The planted truth. Every alert that tells of none of these is a false one. */
    public List<PlantedIncident> incidents() {
        return incidents;
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

    private static Bundle bundle(List<Recording> chunk) {
        Bundle bundle = new Bundle().setType(BundleType.BATCH);
        for (Recording recording : chunk) {
            Resource event = AuditEvents.of(recording);
            bundle.addEntry()
                    .setResource(event)
                    .getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl("AuditEvent");
        }
        return bundle;
    }

    private static IParser parser() {
        return FhirContext.forR4Cached().newJsonParser().setPrettyPrint(false);
    }
}
