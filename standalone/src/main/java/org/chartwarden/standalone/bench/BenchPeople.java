package org.chartwarden.standalone.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Address;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.Department;
import org.chartwarden.model.Outcome;
import org.chartwarden.model.Patient;
import org.chartwarden.model.WorkforceMember;

/**
 * A hospital as an audit log shows it: some two hundred people work at the same time, each opens a chart and leaves
 * {@link #ROWS} rows within two minutes, then opens another one. Patients are drawn from all there are, which is harder
 * than a real hospital for every cache. One visit in fifty is to a patient of another department, and unexplained.
 */
public final class BenchPeople {

    public static final int DEPARTMENTS = 40;
    public static final int USERS = 1_000;
    static final int ROWS = 4;

    private static final int AT_WORK = 200;
    private static final int UNEXPLAINED_ONE_IN = 50;
    private static final int FAMILY_NAMES = 997;
    private static final int STREETS = 499;

    /** A thousand people, sixty charts a day each. */
    private static final Duration STEP = Duration.ofMillis(360);

    /** A prime, so that who works at the same time works in different departments. */
    private static final int STRIDE = 7;

    private static final String ID = "access-";

    private final int patients;
    private final Instant begin;

    /**
     * @param begin time of the first access; so long ago that none lies in the future
     */
    public BenchPeople(int patients, Instant begin) {
        this.patients = patients;
        this.begin = begin;
    }

    /** A begin for so many accesses, of which the last one lies an hour ago. */
    public static Instant beginOf(long accesses) {
        return Instant.now().minus(Duration.ofHours(1)).minus(STEP.multipliedBy(accesses));
    }

    /** The number of the access with this id; -1 when it is none of ours. */
    public static long numberOf(String eventId) {
        return eventId.startsWith(ID) ? Long.parseLong(eventId.substring(ID.length())) : -1;
    }

    Stream<WorkforceMember> workforce() {
        return IntStream.range(0, USERS)
                .mapToObj(number -> WorkforceMember.newBuilder()
                        .setRecordId("PractitionerRole/" + number)
                        .setUserId(user(number))
                        .setFamilyName("Family" + number % FAMILY_NAMES)
                        .setGivenName("Given" + number)
                        .setDepartments(List.of(department(number)))
                        .setRoles(List.of("nurse"))
                        .setAddress(address(number))
                        .build());
    }

    Stream<Patient> patients() {
        return IntStream.range(0, patients)
                .mapToObj(number -> Patient.newBuilder()
                        .setPatientId(patient(number))
                        .setFamilyName("Family" + number % (FAMILY_NAMES - 2))
                        .setGivenName("Given" + number)
                        .setBirthDate(LocalDate.ofEpochDay(number % 20_000))
                        .setAddress(address(number))
                        .build());
    }

    /** Each lies in one department. */
    Stream<CareEvent> care() {
        return IntStream.range(0, patients)
                .mapToObj(number -> CareEvent.newBuilder()
                        .setCareId("Encounter/" + number)
                        .setPatientId(patient(number))
                        .setKind(CareKind.ENCOUNTER)
                        .setStatus(CareStatus.ACTIVE)
                        .setDepartments(List.of(department(number)))
                        .setStart(begin.minus(Duration.ofDays(1)))
                        .build());
    }

    /** The same number is the same access, and a higher one a later one. */
    AccessEvent access(long number) {
        long block = number / (AT_WORK * ROWS);
        long visit = block * AT_WORK + number % AT_WORK;
        int row = (int) (number / AT_WORK % ROWS);
        int user = (int) (visit * STRIDE % USERS);
        boolean isElsewhere = visit % UNEXPLAINED_ONE_IN == 0;
        int department = (isElsewhere ? user + 1 : user) % DEPARTMENTS;
        int patient = Math.floorMod(scattered(visit), patients / DEPARTMENTS) * DEPARTMENTS + department;
        Instant time = begin.plus(STEP.multipliedBy(number));
        return AccessEvent.newBuilder()
                .setEventId(ID + number)
                .setTime(time)
                .setReceivedAt(time.plusSeconds(2))
                .setAction(Action.R)
                .setCategory(AccessCategory.RECORD)
                .setOutcome(Outcome.SUCCESS)
                .setUserId(user(user))
                .setUserName("Given" + user + " Family" + user % FAMILY_NAMES)
                .setPatientId(patient(patient))
                .setObjectType(row == 0 ? "Patient" : "Observation")
                .setObjectId("object-" + number)
                .setSourceSystem("ehr")
                .setNetworkAddress("10." + user % DEPARTMENTS + ".1." + user % 200)
                .setRequestId("request-" + number)
                .build();
    }

    /** Neighbouring numbers far apart (the finalizer of splitmix64). */
    private static long scattered(long number) {
        long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        return (mixed ^ (mixed >>> 27)) & Long.MAX_VALUE;
    }

    private static String user(int number) {
        return "user-" + number;
    }

    private static String patient(int number) {
        return "patient-" + number;
    }

    private static Department department(int number) {
        int id = number % DEPARTMENTS;
        return new Department("department-" + id, "Department " + id);
    }

    private static Address address(int number) {
        return Address.newBuilder()
                .setLine(number % 180 + " Street " + number % STREETS)
                .setCity("City " + number % 13)
                .setPostalCode(Integer.toString(10_000 + number % 89))
                .build();
    }
}
