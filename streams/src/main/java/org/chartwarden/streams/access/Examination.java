package org.chartwarden.streams.access;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Department;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Patient;
import org.chartwarden.streams.access.Pairs.Around;
import org.chartwarden.streams.access.Pairs.Kind;
import org.chartwarden.streams.context.Person;
import org.chartwarden.streams.explain.Circumstances;
import org.chartwarden.streams.explain.Explainer;
import org.chartwarden.streams.explain.Situation;

/** Joins an access with what is on record of its patient and its user. Writes nothing. */
final class Examination {

    /** So near, another access of the pair tells that none of them was a slip. */
    static final Duration NEAR = Duration.ofHours(1);

    private static final String SLIP = "wrong-patient";

    private final PatientFile file;
    private final Explainer explainer;
    private final ZoneId zone;

    Examination(PatientFile file, Explainer explainer, ZoneId zone) {
        this.file = file;
        this.explainer = explainer;
        this.zone = zone;
    }

    /**
     * What was found.
     *
     * @param kind what it means for other accesses of the pair
     * @param around what they mean for it
     */
    record Finding(ExplainedAccess access, Kind kind, Around around) {}

    /**
     * Explains an access.
     *
     * @param patient who is left after merges; empty when the access has no patient
     * @param care all of the patient's: given, since it is the same for many accesses
     * @param revision of the judgement
     * @param until to when other accesses of the pair are told; {@link #NEAR} after it or later
     */
    Finding of(String patient, AccessEvent access, List<CareEvent> care, int revision, Instant until) {
        Around around = isPair(access) ? file.pairs().around(patient, access, NEAR, until) : Around.NOTHING;
        return of(patient, access, care, explained(access, revision, false), around);
    }

    /** Explains a late access: its time may lie before what is remembered, or in years to come, so no other is asked. */
    Finding ofLate(String patient, AccessEvent access, List<CareEvent> care) {
        return of(patient, access, care, explained(access, 0, true), Around.NOTHING);
    }

    /** Sets what is set nowhere else: the builder copies deeply every default that it has to fill in. */
    private static ExplainedAccess.Builder explained(AccessEvent access, int revision, boolean late) {
        return ExplainedAccess.newBuilder()
                .setAccess(access)
                .setRevision(revision)
                .setLate(late)
                .setRuleHits(List.of())
                .setUserConfirmedViolations(0);
    }

    private Finding of(
            String patient,
            AccessEvent access,
            List<CareEvent> care,
            ExplainedAccess.Builder explained,
            Around around) {
        Situation situation = situation(patient, access, care, around);
        Explainer.Result result = explainer.explain(situation);
        explained
                .setExplained(result.explained())
                .setExplanations(result.explanations())
                .setUnexplainedBecause(result.missing());
        Circumstances.describe(explained, situation, zone);
        boolean isOpened = Explainer.opensChart(access);
        explained.setFirstOfPair(!explained.getLate() && isPair(access) && isOpened && !around.openedBefore());
        if (access.getPatientId() != null && !access.getPatientId().equals(patient)) {
            explained.setMergedInto(patient);
        }
        decisions(explained, situation.user(), patient);
        return new Finding(explained.build(), kind(result, isOpened), around);
    }

    /** Both sides are named, so that other accesses of theirs matter. */
    static boolean isPair(AccessEvent access) {
        return access.getUserId() != null && access.getPatientId() != null;
    }

    private static Kind kind(Explainer.Result result, boolean isOpened) {
        if (!isOpened) {
            return Kind.OTHER;
        }
        if (result.isCare()) {
            return Kind.CARE;
        }
        boolean isSlip = result.explanations().stream()
                .anyMatch(explanation -> explanation.getReason().equals(SLIP));
        return isSlip ? Kind.SLIP : Kind.OPENED;
    }

    private Situation situation(String patient, AccessEvent access, List<CareEvent> care, Around around) {
        Person user = access.getUserId() == null
                ? Person.UNKNOWN
                : file.surroundings().person(access.getUserId());
        Optional<Patient> record = access.getPatientId() == null ? Optional.empty() : file.patient(patient);
        return new Situation(
                access,
                user,
                record,
                care,
                around.careBefore(),
                near(patient, access, around),
                share(user, record),
                userWithRecord(patient, access),
                watched(patient, access),
                file.surroundings());
    }

    /** Without its end, nobody can tell how short an access was: then it is no slip, and the others need not be read. */
    private List<AccessEvent> near(String patient, AccessEvent access, Around around) {
        if (access.getEndTime() == null) {
            return List.of();
        }
        Instant end = access.getTime().plus(NEAR);
        return around.near().stream()
                .filter(entry -> !entry.time().isAfter(end))
                .flatMap(entry -> file.known().of(patient, entry.eventId(), entry.time()).stream())
                .map(ExplainedAccess::getAccess)
                .toList();
    }

    private OptionalDouble share(Person user, Optional<Patient> patient) {
        return patient.isPresent()
                ? file.familyNames().share(user.familyName(), patient.get().getFamilyName())
                : OptionalDouble.empty();
    }

    private Optional<String> userWithRecord(String patient, AccessEvent access) {
        return recordNumbers(patient, access)
                .flatMap(each -> file.workforce().userWithRecord(each).stream())
                .findFirst();
    }

    private Set<String> watched(String patient, AccessEvent access) {
        return recordNumbers(patient, access)
                .flatMap(each -> file.watchList().codes(each, access.getTime()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The patient's, and the one that the access was told under before a merge; none when it has no patient. */
    private static Stream<String> recordNumbers(String patient, AccessEvent access) {
        return access.getPatientId() == null
                ? Stream.empty()
                : Stream.of(patient, access.getPatientId()).distinct();
    }

    private void decisions(ExplainedAccess.Builder explained, Person user, String patient) {
        AccessEvent access = explained.getAccess();
        List<String> departments =
                user.departments().stream().map(Department::getId).toList();
        Instant time = access.getTime();
        List<String> patients = Stream.of(access.getPatientId(), explained.getMergedInto())
                .filter(Objects::nonNull)
                .toList();
        explained.setSilencedBy(patients.stream()
                .flatMap(each -> file.standings().silencing(access.getUserId(), each, departments, time).stream())
                .findFirst()
                .orElse(null));
        if (access.getUserId() != null) {
            explained.setUserConfirmedViolations(file.standings().confirmedOfUser(access.getUserId(), time));
        }
        explained.setPatientConfirmedViolations(patients.stream()
                .mapToInt(each -> file.standings().confirmedOfPatient(each, time))
                .sum());
    }
}
