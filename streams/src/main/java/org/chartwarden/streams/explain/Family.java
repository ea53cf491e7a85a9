package org.chartwarden.streams.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The families of reasons, as docs/explanations.md lists them. Of equal strength, the first is told first. */
enum Family {
    NAMED_PRACTITIONER(true, NamedPractitioner::of, "before", "after"),
    REQUESTED_BY_USER(true, RequestedByUser::of, "before", "after"),
    DEPARTMENT_ENCOUNTER(true, DepartmentEncounter::of, "before", "after"),
    HANDOVER(true, Handover::of, "before", "after"),
    CARE_TEAM_DEPARTMENT(true, CareTeamDepartment::of, "before", "after"),
    ROLE_WORK(true, RoleWork::of, "work"),
    EMERGENCY_CARE(false, EmergencyCare::of, "before", "after"),
    COLLEAGUE(false, Colleague::of, "before", "after"),
    OWN_EARLIER_CARE(false, OwnEarlierCare::of, "within"),
    LEARNED_HANDOVER(false, LearnedHandover::of, "before", "after", "atLeastPatients", "atLeastConfidence"),
    LEARNED_HABIT(false, LearnedHabit::of, "before", "after", "atLeastPatients", "atLeastUsers", "atLeastConfidence"),
    SYSTEM_WORK(false, SystemWork::of),
    WRONG_PATIENT(false, WrongPatient::of, "within");

    private final boolean direct;
    private final Function<FamilySettings, Reason> reader;
    private final List<String> keys;

    Family(boolean direct, Function<FamilySettings, Reason> reader, String... keys) {
        this.direct = direct;
        this.reader = reader;
        this.keys = Stream.concat(Stream.of("strength"), Arrays.stream(keys)).toList();
    }

    /** As files and explanations name it, such as named-practitioner. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** It rests on care on record that involves the user and goes on, so that it explains later accesses too. */
    boolean isDirect() {
        return direct;
    }

    /** What may be configured. */
    List<String> keys() {
        return keys;
    }

    Reason read(FamilySettings settings) {
        return reader.apply(settings);
    }
}
