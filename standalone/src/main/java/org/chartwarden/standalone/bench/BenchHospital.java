package org.chartwarden.standalone.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A hospital that is large enough for no cache to hold it by chance, and so plain that each access is explained: every
 * patient lies in one department, whose staff open the record.
 */
public final class BenchHospital {

    static final int DEPARTMENTS = 40;
    static final int USERS = 2_000;
    static final int PATIENTS = 20_000;

    /** A prime, so that consecutive events are of different people. */
    private static final int STRIDE = 7_919;

    /** So far apart that nobody opens more records in a day than people do. */
    private static final Duration STEP = Duration.ofMillis(200);

    private final Instant begin;
    private final String run;

    /** @param run makes the events of one run differ from those of another */
    public BenchHospital(Instant begin, String run) {
        this.begin = begin.truncatedTo(ChronoUnit.SECONDS);
        this.run = run;
    }

    /**
     * One act: a member of the staff reads the record of a patient of the own department.
     *
     * @param requestId no other act has it
     */
    public record Reading(String userId, String patientId, Instant time, String requestId) {}

    /** The same number is the same act. */
    public Reading reading(long number) {
        int patient = (int) (number * STRIDE % PATIENTS);
        int department = patient % DEPARTMENTS;
        int user = (int) (number / DEPARTMENTS % (USERS / DEPARTMENTS)) * DEPARTMENTS + department;
        return new Reading(
                "user-" + user, "patient-" + patient, begin.plus(STEP.multipliedBy(number)), run + "-" + number);
    }

    /** The encounter of a patient, as an id. */
    static String encounterOf(int patient) {
        return "encounter-" + patient;
    }

    static String departmentOf(int number) {
        return "department-" + number % DEPARTMENTS;
    }

    /** FHIR R4 resources, one a line. */
    public Stream<String> contextLines() {
        Stream<String> staff =
                IntStream.range(0, USERS).mapToObj(number -> """
                {"resourceType":"PractitionerRole","id":"role-%d","practitioner":{"reference":"Practitioner/user-%d"},\
                "location":[{"reference":"Location/%s"}],"code":[{"text":"nurse"}]}""".formatted(number, number, departmentOf(number)));
        Stream<String> encounters = IntStream.range(0, PATIENTS).mapToObj(number ->
                """
                {"resourceType":"Encounter","id":"%s","status":"in-progress","class":{"code":"IMP"},\
                "subject":{"reference":"Patient/patient-%d"},"location":[{"location":{"reference":"Location/%s"}}],\
                "period":{"start":"%s"}}""".formatted(encounterOf(number), number, departmentOf(number), begin.minus(1, ChronoUnit.DAYS)));
        return Stream.concat(staff, encounters);
    }
}
