package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chartwarden.producers.simulator.Charts.Access;
import org.hl7.fhir.r4.model.Encounter;

/** Judges a day by brute force, from its FHIR alone: an independent second opinion on what is planted. */
final class Oracle {

    /** What a rule has to find. */
    record Finding(String ruleId, String userId, Set<String> patientIds, int events) {}

    final Charts charts;
    final List<Access> opened;
    final List<Access> unexplained = new ArrayList<>();

    Oracle(Charts charts) {
        this.charts = charts;
        this.opened = charts.accesses.stream()
                .filter(access -> access.shown() && !access.search())
                .toList();
        Set<String> earlierCare = new HashSet<>();
        for (Access access : opened) {
            String pair = access.userId() + " " + access.patientId();
            if (directlyExplained(access)) {
                earlierCare.add(pair);
            } else if (!earlierCare.contains(pair)) {
                unexplained.add(access);
            }
        }
    }

    Set<Finding> findings() {
        Set<Finding> findings =
                new HashSet<>(pairs("vip-without-explanation", access -> charts.vips.contains(access.patientId())));
        findings.addAll(pairs("coworker-record", access -> {
            String owner = charts.userByOwnPatient.get(access.patientId());
            return owner != null && !owner.equals(access.userId());
        }));
        byUser(unexplained).forEach((user, accesses) -> {
            if (mostPatientsInAnHour(accesses) > 10) {
                findings.add(finding("many-unexplained-patients", accesses));
            }
        });
        return findings;
    }

    boolean directlyExplained(Access access) {
        return charts.encountersByPatient.getOrDefault(access.patientId(), List.of()).stream()
                .filter(encounter -> covers(encounter, access.time()))
                .anyMatch(encounter -> names(encounter, access.userId()) || isWhereWorks(encounter, access.userId()));
    }

    static Map<String, List<Access>> byUser(List<Access> accesses) {
        return accesses.stream().collect(Collectors.groupingBy(Access::userId));
    }

    /** The most distinct patients in any hour, of accesses of one user. */
    static int mostPatientsInAnHour(List<Access> accesses) {
        int most = 0;
        for (Access last : accesses) {
            Instant from = last.time().minus(Duration.ofHours(1));
            most = Math.max(most, (int) accesses.stream()
                    .filter(access ->
                            !access.time().isBefore(from) && !access.time().isAfter(last.time()))
                    .map(Access::patientId)
                    .distinct()
                    .count());
        }
        return most;
    }

    private Set<Finding> pairs(String ruleId, Predicate<Access> guarded) {
        Map<String, List<Access>> pairs = new HashMap<>();
        unexplained.stream()
                .filter(guarded)
                .forEach(access -> pairs.computeIfAbsent(
                                access.userId() + " " + access.patientId(), pair -> new ArrayList<>())
                        .add(access));
        return pairs.values().stream()
                .map(accesses -> finding(ruleId, accesses))
                .collect(Collectors.toSet());
    }

    private static Finding finding(String ruleId, List<Access> accesses) {
        Set<String> patients = accesses.stream().map(Access::patientId).collect(Collectors.toCollection(TreeSet::new));
        return new Finding(ruleId, accesses.get(0).userId(), patients, accesses.size());
    }

    private static boolean covers(Encounter encounter, Instant time) {
        Instant start = encounter.getPeriod().getStart().toInstant();
        boolean begun = !time.isBefore(start.minus(Duration.ofDays(3)));
        return begun
                && (!encounter.getPeriod().hasEnd()
                        || !time.isAfter(
                                encounter.getPeriod().getEnd().toInstant().plus(Duration.ofDays(14))));
    }

    private static boolean names(Encounter encounter, String userId) {
        return encounter.getParticipant().stream()
                .anyMatch(participant ->
                        participant.getIndividual().getReference().equals("Practitioner/" + userId));
    }

    private boolean isWhereWorks(Encounter encounter, String userId) {
        return charts.locationsByUser
                .get(userId)
                .contains(encounter.getLocationFirstRep().getLocation().getReference());
    }
}
