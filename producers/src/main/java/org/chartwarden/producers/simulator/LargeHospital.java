package org.chartwarden.producers.simulator;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/**
 * A hospital of a thousand people over two weeks, to measure detection by: every kind of incident, blatant and subtle,
 * among innocent work as it is, with papers that come late or never. The truth about each access and each incident is
 * known. Not for use by several threads.
 *
 * <pre>{@code
 * LargeHospital hospital = LargeHospital.of(HospitalPlan.of(7));
 * hospital.contextLines();   // NDJSON: places, people and papers that are known at the start
 * hospital.stretches();      // half days, one after the other: accesses, and the papers between them
 * hospital.incidents();      // the truth
 * }</pre>
 */
public final class LargeHospital {

    private final HospitalPlan plan;
    private final List<StaffMember> staff;
    private final List<SimulatedPatient> patients;
    private final List<Episode> episodes;
    private final DutyRoster roster;
    private final Orders orders;
    private final Census census;
    private final PlantedStories stories;
    private final List<HospitalIncident> incidents = new ArrayList<>();
    private int involvements;
    private int unrecorded;

    private LargeHospital(HospitalPlan plan) {
        this.plan = plan;
        Town town = new Town(plan.day(0));
        FamilyNames names = new FamilyNames(plan.day(0));
        this.staff = new LargeRoster(plan.day(0), town, names).hire(plan.staff());
        this.patients = new LargeRegister(plan, town, names).register(staff);
        this.episodes = new EpisodeCalendar(plan, staff, patients).plan(plan.staff());
        this.roster = new DutyRoster(plan, staff);
        this.orders = new Orders(plan, staff, patients);
        episodes.forEach(orders::orderFor);
        this.census = new Census(episodes, orders.orders());
        this.stories = PlantedStories.tell(plan, new Cast(plan, roster, patients, census));
        List<Script> scripts = stories.scripts();
        for (int number = 0; number < scripts.size(); number++) {
            addIncidents(scripts.get(number), stories.variantOf(number));
        }
    }

    private void addIncidents(Script script, Variant variant) {
        for (int number = 0; number < script.incidents().size(); number++) {
            incidents.add(new HospitalIncident(
                    script.incidents().get(number),
                    variant,
                    script.incidentActs().get(number).stream()
                            .map(Act::time)
                            .sorted()
                            .toList()));
        }
    }

    public static LargeHospital of(HospitalPlan plan) {
        return new LargeHospital(plan);
    }

    /** What is known at the start, as NDJSON: one resource a line, each before those that refer to it. */
    public Stream<String> contextLines() {
        IParser parser = FhirContext.forR4Cached().newJsonParser();
        List<Script> scripts = stories.scripts();
        return Stream.of(
                        HospitalResources.places(),
                        patients.stream().map(PeopleResources::patient),
                        scripts.stream()
                                .flatMap(script -> script.patients().stream().map(PeopleResources::patient)),
                        staff.stream().flatMap(PeopleResources::member),
                        scripts.stream()
                                .flatMap(script -> script.staff().stream().flatMap(PeopleResources::member)),
                        roster.recordedLoans().stream(),
                        episodes.stream().filter(this::isKnownAtStart).map(this::encounter),
                        scripts.stream().flatMap(script -> script.filedPapers().stream()))
                .flatMap(all -> all)
                .map(resource -> parser.encodeResourceToString(FhirTerms.marked(resource)));
    }

    private Resource encounter(Episode episode) {
        return HospitalResources.encounter(episode.visit(), plan.begin());
    }

    private boolean isKnownAtStart(Episode episode) {
        return episode.recorded().filter(time -> !time.isAfter(plan.begin())).isPresent();
    }

    /** The planted truth; an incident's number is its place here. */
    public List<HospitalIncident> incidents() {
        return List.copyOf(incidents);
    }

    /** Half days in order of time, after the weeks of the past; each is made when it is asked for. */
    public Iterator<Stretch> stretches() {
        Stretches stretches = new Stretches(plan, this::workOf);
        stretches.add(papers());
        int incident = 0;
        for (Script script : stories.scripts()) {
            incident = stretches.addStory(script, incident);
        }
        return stretches;
    }

    /** The papers that are known before any work is done, and come when it is. */
    private List<PaperLine> papers() {
        List<PaperLine> papers = new ArrayList<>(orders.takeLines());
        for (Episode episode : episodes) {
            episode.recorded()
                    .filter(time -> time.isAfter(plan.begin()))
                    .ifPresent(time -> papers.add(PaperLine.of(
                            time, episode.patientId(), HospitalResources.encounter(episode.visit(), time))));
        }
        return papers;
    }

    private Stretches.Work workOf(int day) {
        Chance chance = Chance.ofDay(plan.day(day), "work");
        DayWork work = new DayWork(patients, new TaskList(census, orders, chance), chance);
        roster.of(day).forEach(work::work);
        involvements += work.involvements();
        unrecorded += work.unrecorded();
        return new Stretches.Work(work.acts(), orders.takeLines());
    }

    /** How many pairs of a member and a patient the days made so far had in which a chart was opened for work. */
    public int involvements() {
        return involvements;
    }

    /** Of these, how many no record ever tells of. */
    public int unrecordedInvolvements() {
        return unrecorded;
    }
}
