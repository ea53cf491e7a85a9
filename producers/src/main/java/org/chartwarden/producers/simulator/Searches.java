package org.chartwarden.producers.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.producers.simulator.SimulatedPatient.Kind;

/**
 * Searches for a patient by family name. A search that returned N patients is N AuditEvents (IHE BALP 1.1, PatientQuery)
 * but no opened chart; now and then the list names a VIP, and nobody did anything wrong.
 */
final class Searches {

    private static final int LONGEST_LIST = 8;
    private static final int VIP_LISTED = 8;

    private final Workday workday;
    private final List<StaffMember> members;
    private final Chance chance;

    /** @param members who search: not those whom chance lets open a chart without a reason, else it would look so */
    Searches(Workday workday, List<StaffMember> members) {
        this.workday = workday;
        this.members = members;
        this.chance = Chance.ofDay(workday.plan(), "searches");
    }

    /** Searches until their result lists hold so many patients. */
    List<Act> acts(int accesses) {
        List<Act> acts = new ArrayList<>();
        while (acts.size() < accesses) {
            acts.addAll(search(chance.pick(members)));
        }
        return acts;
    }

    private List<Act> search(StaffMember member) {
        Instant time = workday.timeLeaving(Duration.ZERO, member, chance);
        String requestId = chance.uuid();
        SimulatedPatient wanted = wanted();
        String family = wanted.name().family();
        List<Act> results = new ArrayList<>();
        results.add(result(member, wanted, time, requestId));
        workday.hospital().namesakes(family).stream()
                .filter(namesake -> !namesake.equals(wanted))
                .limit(LONGEST_LIST - 1)
                .forEach(namesake -> results.add(result(member, namesake, time, requestId)));
        return results;
    }

    private SimulatedPatient wanted() {
        Hospital hospital = workday.hospital();
        return chance.pick(chance.oneIn(VIP_LISTED) ? hospital.patients(Kind.VIP) : hospital.patients());
    }

    /** A search whose result list has that one patient. */
    static Act byFamilyName(StaffMember member, SimulatedPatient patient, Instant time, Chance chance) {
        return result(member, patient, time, chance.uuid());
    }

    static Act result(StaffMember member, SimulatedPatient patient, Instant time, String requestId) {
        String query = "GET Patient?family=" + URLEncoder.encode(patient.name().family(), StandardCharsets.UTF_8);
        return Act.of(Opening.withoutCare(member, patient.patientId()), time, Interaction.SEARCH, query, requestId);
    }
}
