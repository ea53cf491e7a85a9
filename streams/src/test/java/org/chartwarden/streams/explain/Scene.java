package org.chartwarden.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.Department;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Habit;
import org.chartwarden.model.HabitKind;
import org.chartwarden.model.Outcome;
import org.chartwarden.model.Patient;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.streams.context.Person;

/** A nurse of Oncology, u1, reads the chart of p1 at {@link #NOW}. Tests add what they are about. */
final class Scene implements Surroundings {

    static {
        TrustedClasses.ensure();
    }

    static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
    static final Department ONCOLOGY = new Department("onc", "Oncology");
    static final Department SURGERY = new Department("sur", "Surgery");

    final AccessEvent.Builder access = access("a1", NOW);
    final WorkforceMember.Builder user = member("u1", ONCOLOGY, "nurse");
    final Patient.Builder patient = Patient.newBuilder().setPatientId("p1");
    final List<CareEvent> care = new ArrayList<>();
    final List<AccessEvent> others = new ArrayList<>();
    final Map<String, Person> staff = new HashMap<>();
    final List<Habit> habits = new ArrayList<>();

    Optional<String> earlierCare = Optional.empty();
    Optional<String> patientUserId = Optional.empty();
    Set<String> watchCodes = Set.of();
    OptionalDouble familyNameShare = OptionalDouble.empty();

    static AccessEvent.Builder access(String eventId, Instant time) {
        return AccessEvent.newBuilder()
                .setEventId(eventId)
                .setTime(time)
                .setReceivedAt(time)
                .setAction(Action.R)
                .setCategory(AccessCategory.RECORD)
                .setOutcome(Outcome.SUCCESS)
                .setUserId("u1")
                .setPatientId("p1");
    }

    static WorkforceMember.Builder member(String userId, Department department, String role) {
        return WorkforceMember.newBuilder()
                .setRecordId("PractitionerRole/" + userId)
                .setUserId(userId)
                .setDepartments(List.of(department))
                .setRoles(List.of(role));
    }

    /** Care that began an hour before; its id is its kind. */
    static CareEvent.Builder care(CareKind kind) {
        return CareEvent.newBuilder()
                .setCareId(kind.name())
                .setPatientId("p1")
                .setKind(kind)
                .setStatus(CareStatus.ACTIVE)
                .setStart(NOW.minus(Duration.ofHours(1)));
    }

    static CareEvent.Builder care(CareKind kind, Department... departments) {
        return care(kind).setDepartments(List.of(departments));
    }

    /** Care that lasted an hour and ended so long before. */
    static CareEvent.Builder endedBefore(String ago, CareEvent.Builder care) {
        Instant end = NOW.minus(Duration.parse(ago));
        return care.setStatus(CareStatus.FINISHED)
                .setStart(end.minus(Duration.ofHours(1)))
                .setEnd(end);
    }

    Scene with(CareEvent.Builder... more) {
        for (CareEvent.Builder each : more) {
            care.add(each.build());
        }
        return this;
    }

    /** A habit that 40 of 50 patients show, by 6 users. */
    Scene habit(HabitKind kind, String group, String department) {
        habits.add(new Habit(kind, group, department, 40L, 50L, 6L, 0.8));
        return this;
    }

    Situation situation() {
        return new Situation(
                access.build(),
                Person.merged(List.of(user.build())),
                Optional.of(patient.build()),
                care,
                earlierCare,
                others,
                familyNameShare,
                patientUserId,
                watchCodes,
                this);
    }

    Explainer.Result explained() {
        return new Explainer(ExplanationConfig.builtIn()).explain(situation());
    }

    /** What one family of the built-in configuration finds. */
    Optional<Explanation> explanation(Family family) {
        return examine(family).explanation();
    }

    /** Why one family finds nothing. */
    String missing(Family family) {
        Reason.Finding finding = examine(family);
        assertThat(finding.explanation()).isEmpty();
        return finding.missing().orElse("");
    }

    private Reason.Finding examine(Family family) {
        return ExplanationConfig.builtIn().reasons().get(family).examine(situation());
    }

    @Override
    public Person person(String userId) {
        return staff.getOrDefault(userId, Person.UNKNOWN);
    }

    @Override
    public Optional<Habit> opens(String group, String departmentId) {
        return habit(HabitKind.OPENS, group, departmentId, habits);
    }

    @Override
    public Optional<Habit> handsOver(String fromDepartmentId, String toDepartmentId) {
        return habit(HabitKind.HANDS_OVER, fromDepartmentId, toDepartmentId, habits);
    }

    private static Optional<Habit> habit(HabitKind kind, String group, String department, List<Habit> habits) {
        return habits.stream()
                .filter(habit -> habit.getKind() == kind
                        && habit.getGroup().equals(group)
                        && habit.getDepartment().equals(department))
                .findFirst();
    }
}
