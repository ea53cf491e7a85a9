package org.chartwarden.streams.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.Department;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.HabitKind;
import org.chartwarden.streams.context.CareTimes;
import org.chartwarden.streams.context.Person;
import org.chartwarden.streams.state.Lesson;

/** What the hospital can learn of its habits from one fact. */
final class Teaching {

    private final PatientFile file;

    Teaching(PatientFile file) {
        this.file = file;
    }

    /**
     * A user opened a chart for the first time: the user's groups open records of the departments that treat the patient
     * now. Every first access teaches, explained or not; that a few people's do not make a habit is for those to see to
     * who use it.
     *
     * @param care all of the patient's
     */
    List<Lesson> of(String patient, ExplainedAccess explained, List<CareEvent> care) {
        if (!explained.getFirstOfPair()) {
            return List.of();
        }
        AccessEvent access = explained.getAccess();
        Person user = file.surroundings().person(access.getUserId()).at(access.getTime());
        Set<String> departments = new LinkedHashSet<>();
        care.stream()
                .filter(each -> treats(each, access.getTime()))
                .forEach(each -> each.getDepartments().forEach(department -> departments.add(department.getId())));
        List<Lesson> lessons = new ArrayList<>();
        for (String department : departments) {
            for (String group : user.groups()) {
                lessons.add(lesson(HabitKind.OPENS, group, department, patient, access.getUserId()));
            }
        }
        return lessons;
    }

    /** An order or referral hands the patient over from the departments of who asked for it; a transfer, from bed to bed. */
    List<Lesson> of(CareEvent care) {
        if (care.getStatus() == CareStatus.CANCELLED) {
            return List.of();
        }
        return care.getKind() == CareKind.ENCOUNTER ? transfers(care) : requests(care);
    }

    private List<Lesson> transfers(CareEvent care) {
        List<Lesson> lessons = new ArrayList<>();
        List<Department> stays = care.getDepartments();
        for (int next = 1; next < stays.size(); next++) {
            add(lessons, stays.get(next - 1).getId(), stays.get(next).getId(), care, care.getCareId());
        }
        return lessons;
    }

    private List<Lesson> requests(CareEvent care) {
        List<Lesson> lessons = new ArrayList<>();
        for (String requester : care.getRequesterIds()) {
            Set<String> from = new HashSet<>();
            file.surroundings().person(requester).departments().forEach(each -> from.add(each.getId()));
            from.forEach(each -> care.getDepartments().forEach(to -> add(lessons, each, to.getId(), care, requester)));
        }
        return lessons;
    }

    private static void add(List<Lesson> lessons, String from, String to, CareEvent care, String by) {
        if (!from.equals(to)) {
            lessons.add(lesson(HabitKind.HANDS_OVER, from, to, care.getPatientId(), by));
        }
    }

    private static Lesson lesson(HabitKind kind, String group, String department, String patient, String by) {
        return Lesson.newBuilder()
                .setKind(kind.name())
                .setGroup(group)
                .setDepartment(department)
                .setPatientId(patient)
                .setBy(by)
                .build();
    }

    private static boolean treats(CareEvent care, Instant time) {
        boolean isTreatment = switch (care.getKind()) {
            case ENCOUNTER, APPOINTMENT, CARE_TEAM -> true;
            case ORDER, LABORATORY, IMAGING, REFERRAL, MEDICATION, RESEARCH, RELATED_PERSON, OTHER -> false;
        };
        boolean isBegun = care.getStart() == null || !care.getStart().isAfter(time);
        Instant end = CareTimes.end(care);
        return isTreatment && CareTimes.isDated(care) && isBegun && (end == null || !end.isBefore(time));
    }
}
