package org.chartwarden.streams.context;

import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;
import org.chartwarden.model.Patient;
import org.chartwarden.streams.explain.relation.FamilyName;

/**
 * How common each family name is: among the patients of the task's own partition, which are a sample of all. To share a
 * rare name with a patient tells more than to share a common one.
 */
public final class FamilyNames {

    /** By part of a name, how many patients bear it; by the empty text, how many have a name on record. */
    public static final String STORE = "family-names";

    /** A share of fewer others tells nothing. */
    static final int ENOUGH = 50;

    private static final String ALL = "";

    private final KeyValueStore<String, Long> store;

    public FamilyNames(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    /**
     * Counts a patient's newest version instead of the one before.
     *
     * @param before null when there was none
     * @param now null when the patient is gone
     */
    public void replace(Patient before, Patient now) {
        Set<String> old = counted(before);
        Set<String> names = counted(now);
        old.stream().filter(name -> !names.contains(name)).forEach(name -> add(name, -1));
        names.stream().filter(name -> !old.contains(name)).forEach(name -> add(name, 1));
    }

    /**
     * Which share of the other patients bears the rarest part of the name that user and patient share, from 0 to 1.
     *
     * @param userName null when not known
     * @param patientName of a patient who is counted; null when not known
     * @return empty when they share no name, or too few others are known
     */
    public OptionalDouble share(String userName, String patientName) {
        Set<String> shared = new HashSet<>(FamilyName.parts(userName));
        shared.retainAll(FamilyName.parts(patientName));
        if (shared.isEmpty()) {
            return OptionalDouble.empty();
        }
        long others = count(ALL) - 1;
        return others < ENOUGH
                ? OptionalDouble.empty()
                : shared.stream()
                        .mapToDouble(name -> (double) (count(name) - 1) / others)
                        .min();
    }

    /** A record that was merged into another is no patient of its own. */
    private static Set<String> counted(Patient patient) {
        if (patient == null || patient.getReplacedBy() != null) {
            return Set.of();
        }
        Set<String> names = new HashSet<>(FamilyName.parts(patient.getFamilyName()));
        if (!names.isEmpty()) {
            names.add(ALL);
        }
        return names;
    }

    private long count(String name) {
        Long count = store.get(name);
        return count == null ? 0 : count;
    }

    private void add(String name, long change) {
        store.put(name, count(name) + change);
    }
}
