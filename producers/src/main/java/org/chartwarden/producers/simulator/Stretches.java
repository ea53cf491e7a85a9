package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import org.chartwarden.producers.simulator.SimulatedAccess.Truth;

/** Puts acts and papers in the order in which they arrive, half a day at a time, and a week at a time before. */
final class Stretches implements Iterator<Stretch> {

    /** A system that was down sends its AuditEvents hours later. */
    private static final Duration LONGEST_DELAY = Duration.ofHours(6);

    private static final Duration WEEK = Duration.ofDays(7);

    private final HospitalPlan plan;
    private final IntFunction<Work> works;
    private final Delivery delivery;
    private final PriorityQueue<SimulatedAccess> accesses = new PriorityQueue<>(
            Comparator.comparing((SimulatedAccess access) -> access.event().getReceivedAt())
                    .thenComparing(access -> access.event().getEventId())
                    .thenComparing(access -> access.event().getTime()));
    private final PriorityQueue<PaperLine> papers =
            new PriorityQueue<>(Comparator.comparing(PaperLine::arrival).thenComparing(PaperLine::json));
    private List<Instant> ends;
    private int next;

    /** What people do on one day who have no part in a story. */
    record Work(List<CausedAct> acts, List<PaperLine> papers) {}

    Stretches(HospitalPlan plan, IntFunction<Work> works) {
        this.plan = plan;
        this.works = works;
        this.delivery = new Delivery(Chance.ofDay(plan.day(0), "large delivery"), LONGEST_DELAY);
    }

    void add(List<PaperLine> further) {
        papers.addAll(further);
    }

    /**
     * @param firstIncident the number of the script's first incident
     * @return that of the next script's
     */
    int addStory(Script script, int firstIncident) {
        Map<Act, Integer> incidents = new IdentityHashMap<>();
        int number = firstIncident;
        for (List<Act> acts : script.incidentActs()) {
            for (Act act : acts) {
                incidents.put(act, number);
            }
            number++;
        }
        for (Act act : script.acts()) {
            Integer incident = incidents.get(act);
            deliver(
                    incident == null
                            ? CausedAct.of(act, Cause.LOOKALIKE)
                            : new CausedAct(act, new Truth(Cause.INCIDENT, incident)));
        }
        script.latePapers().forEach(paper -> papers.add(PaperLine.of(paper.arrival(), "", paper.resource())));
        return number;
    }

    private void deliver(CausedAct caused) {
        delivery.recordings(caused.act())
                .forEach(recording -> accesses.add(new SimulatedAccess(AccessRecords.of(recording), caused.truth())));
    }

    @Override
    public boolean hasNext() {
        return next < ends().size();
    }

    private List<Instant> ends() {
        if (ends == null) {
            ends = new ArrayList<>();
            Instant first =
                    accesses.isEmpty() ? plan.begin() : accesses.peek().event().getReceivedAt();
            for (Instant end = plan.begin(); end.isAfter(first); end = end.minus(WEEK)) {
                ends.add(0, end);
            }
            for (int day = 0; day < plan.days(); day++) {
                ends.add(plan.at(day, LocalTime.NOON));
                ends.add(plan.at(day + 1, LocalTime.MIDNIGHT));
            }
            ends.add(plan.end().plus(LONGEST_DELAY.multipliedBy(2)));
        }
        return ends;
    }

    @Override
    public Stretch next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Instant end = ends().get(next++);
        for (int day = 0; day < plan.days(); day++) {
            if (end.equals(plan.at(day, LocalTime.NOON))) {
                Work work = works.apply(day);
                work.acts().forEach(this::deliver);
                papers.addAll(work.papers());
            }
        }
        return until(end);
    }

    private Stretch until(Instant end) {
        List<SimulatedAccess> arrived = new ArrayList<>();
        Map<String, Instant> opened = new HashMap<>();
        while (!accesses.isEmpty() && accesses.peek().event().getReceivedAt().isBefore(end)) {
            SimulatedAccess access = accesses.poll();
            arrived.add(access);
            opened.putIfAbsent(access.event().getPatientId(), access.event().getReceivedAt());
        }
        List<PaperLine> first = new ArrayList<>();
        List<PaperLine> late = new ArrayList<>();
        while (!papers.isEmpty() && papers.peek().arrival().isBefore(end)) {
            PaperLine paper = papers.poll();
            boolean inTime = !paper.patientId().isEmpty()
                    && !opened.getOrDefault(paper.patientId(), Instant.MAX).isBefore(paper.arrival());
            (inTime ? first : late).add(paper);
        }
        return new Stretch(end, first, List.copyOf(arrived), late);
    }
}
