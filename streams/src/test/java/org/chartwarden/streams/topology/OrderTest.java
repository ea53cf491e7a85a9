package org.chartwarden.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.topology.Hospital.NOW;
import static org.chartwarden.streams.topology.Records.access;
import static org.chartwarden.streams.topology.Records.encounter;
import static org.chartwarden.streams.topology.Records.patient;
import static org.chartwarden.streams.topology.Records.staff;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.Department;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Patient;
import org.chartwarden.streams.rule.RulePack;
import org.junit.jupiter.api.Test;

/** The same facts in any order inside the horizon end in the same explanations and in the same alerts. */
class OrderTest extends TopologyTest {

    private static final int ORDERS = 20;

    private final Map<String, ExplainedAccess> accesses = new HashMap<>();
    private final Map<String, Alert> alerts = new HashMap<>();

    @Override
    RulePack rules() {
        return BUILT_IN;
    }

    @Test
    void shouldEndTheSameInWhateverOrderFactsArrive() {
        TreeSet<String> expected = outcome("x0-", facts("x0-"));

        for (int order = 1; order <= ORDERS; order++) {
            String world = "x" + order + "-";
            assertThat(outcome(world, shuffled(facts(world), new Random(order))))
                    .as("order %s", order)
                    .isEqualTo(expected);
        }
        assertThat(expected).anyMatch(line -> line.startsWith("alert"));
    }

    /** Each order plays in a world of its own, of other people and departments. */
    private static List<SpecificRecord> facts(String world) {
        Department oncology = new Department(world + "onc", "Oncology");
        Department orthopaedics = new Department(world + "ort", "Orthopaedics");
        String u1 = world + "u1";
        String u2 = world + "u2";
        String p1 = world + "p1";
        String p2 = world + "p2";
        String p3 = world + "p3";
        String p4 = world + "p4";
        CareEvent planned = encounter(world + "e3", p2, oncology)
                .setUpdatedAt(before("P2D"))
                .build();
        return List.of(
                staff(world + "r1", u1, oncology).build(),
                staff(world + "r2", u2, orthopaedics).build(),
                patient(p1, true),
                patient(p2, true),
                Patient.newBuilder().setPatientId(p3).setReplacedBy(p1).build(),
                Patient.newBuilder().setPatientId(p4).setReplacedBy(p3).build(),
                encounter(world + "e1", p1, oncology)
                        .setStatus(CareStatus.FINISHED)
                        .setStart(before("P14D"))
                        .setEnd(before("P13D"))
                        .build(),
                encounter(world + "e2", p4, orthopaedics)
                        .setStatus(CareStatus.FINISHED)
                        .setStart(before("P14D"))
                        .setEnd(before("P13D"))
                        .build(),
                planned,
                CareEvent.newBuilder(planned)
                        .setStatus(CareStatus.CANCELLED)
                        .setUpdatedAt(before("P1D"))
                        .build(),
                access(world + "a1", u1, p1, NOW).build(),
                access(world + "a2", u1, p1, after("P2D")).build(),
                access(world + "a3", u2, p1, after("P3D")).build(),
                access(world + "a4", u1, p2, NOW).build(),
                access(world + "a5", u1, p3, after("PT3H")).build(),
                access(world + "a6", null, p2, after("PT10M")).build(),
                access(world + "a6", u2, p2, after("PT10M")).build(),
                access(world + "a7", u2, p4, after("P1D"))
                        .setEndTime(after("P1DT5S"))
                        .build(),
                access(world + "a8", u1, p2, after("P1D"))
                        .setEndTime(after("P1DT5S"))
                        .build(),
                access(world + "a9", u1, p2, after("P1DT30M")).build(),
                access(world + "a9", u1, p2, after("P1DT30M")).build(),
                // A glimpse of one's own patient, and one more within the hour.
                access(world + "b1", u1, p1, after("PT1H"))
                        .setEndTime(after("PT1H5S"))
                        .build(),
                access(world + "b2", u1, p1, after("PT1H20M"))
                        .setEndTime(after("PT1H20M5S"))
                        .build(),
                // Two records of one act, by the client and by the server.
                access(world + "b3", u2, p2, after("PT5H")).setEmergency(true).build(),
                access(world + "b3", u2, p2, after("PT5H"))
                        .setEndTime(after("PT5H3S"))
                        .build());
    }

    /** The workforce first; else any order. */
    private static List<SpecificRecord> shuffled(List<SpecificRecord> facts, Random random) {
        List<SpecificRecord> rest = new ArrayList<>(facts.subList(2, facts.size()));
        Collections.shuffle(rest, random);
        List<SpecificRecord> all = new ArrayList<>(facts.subList(0, 2));
        all.addAll(rest);
        return all;
    }

    private TreeSet<String> outcome(String world, List<SpecificRecord> facts) {
        accesses.clear();
        alerts.clear();
        facts.forEach(hospital::tell);
        hospital.advanceWallClock(Duration.ofDays(4));
        hospital.revised().forEach(each -> newest(each));
        hospital.habits();
        hospital.alerts().forEach(each -> alerts.merge(each.getAlertId(), each, (one, other) -> other));
        TreeSet<String> lines = new TreeSet<>();
        accesses.values().forEach(each -> lines.add(line(each).replace(world, "")));
        alerts.values().stream()
                .filter(each -> each.getStatus() != AlertStatus.EXPLAINED)
                .forEach(each -> lines.add(line(each).replace(world, "")));
        return lines;
    }

    private void newest(ExplainedAccess access) {
        accesses.merge(
                access.getAccess().getEventId(),
                access,
                (one, other) -> one.getRevision() < other.getRevision() ? other : one);
    }

    private static String line(ExplainedAccess explained) {
        AccessEvent access = explained.getAccess();
        return access.getEventId() + " by " + access.getUserId() + " to " + explained.getMergedInto() + " first "
                + explained.getFirstOfPair() + " vip " + explained.getPatientVip()
                + explained.getExplanations().stream()
                        .map(Explanation::getReason)
                        .collect(Collectors.toCollection(TreeSet::new))
                + explained.getUnexplainedBecause();
    }

    private static String line(Alert alert) {
        return "alert " + alert.getRuleId() + " " + alert.getStatus() + " " + alert.getUserId() + " "
                + alert.getPatientId() + alert.getEventIds() + alert.getReasons();
    }
}
