package org.chartwarden.streams.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.chartwarden.model.Standing;

/** What officers' decisions say of users and patients, as every instance of the topology knows it. */
public final class Standings {

    /** In memory, global; by what a standing is about and the alert. */
    public static final String STORE = "standings";

    /** For how long a confirmed violation counts. */
    private static final Duration YEAR = Duration.ofDays(365);

    private static final StringSerializer PREFIX = new StringSerializer();

    private final ReadOnlyKeyValueStore<String, Standing> store;

    public Standings(ReadOnlyKeyValueStore<String, Standing> store) {
        this.store = store;
    }

    /**
     * The decision by which an access is silent.
     *
     * @param userId null when the source named none
     * @param patientId null for an act without a patient
     * @param departmentIds the user's
     * @param time of the access
     * @return the disposition's id; empty when none covers the access
     */
    public Optional<String> silencing(String userId, String patientId, List<String> departmentIds, Instant time) {
        Stream<String> ofUser = userId == null ? Stream.empty() : Stream.of(StandingKeys.allowedUser(userId));
        Stream<String> ofPair = userId == null || patientId == null
                ? Stream.empty()
                : Stream.of(StandingKeys.allowedPair(userId, patientId));
        Stream<String> ofDepartments = patientId == null
                ? Stream.empty()
                : departmentIds.stream().map(id -> StandingKeys.allowedDepartment(patientId, id));
        return Stream.of(ofUser, ofPair, ofDepartments)
                .flatMap(each -> each)
                .map(prefix -> first(prefix, standing -> covers(standing, time)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** How many violations of the user had been confirmed in the year before. */
    public int confirmedOfUser(String userId, Instant time) {
        return confirmed(StandingKeys.confirmedUser(userId), time);
    }

    /** How many violations on the patient's record had been confirmed in the year before. */
    public int confirmedOfPatient(String patientId, Instant time) {
        return confirmed(StandingKeys.confirmedPatient(patientId), time);
    }

    private int confirmed(String prefix, Instant time) {
        int[] count = {0};
        first(prefix, standing -> {
            boolean before =
                    !standing.getFrom().isAfter(time) && standing.getFrom().isAfter(time.minus(YEAR));
            count[0] += before ? 1 : 0;
            return false;
        });
        return count[0];
    }

    private String first(String prefix, Predicate<Standing> wanted) {
        try (KeyValueIterator<String, Standing> found = store.prefixScan(prefix, PREFIX)) {
            while (found.hasNext()) {
                Standing standing = found.next().value;
                // The global thread may have deleted it since the scan began.
                if (standing != null && wanted.test(standing)) {
                    return standing.getDispositionId();
                }
            }
        }
        return null;
    }

    private static boolean covers(Standing standing, Instant time) {
        return !time.isBefore(standing.getFrom())
                && (standing.getUntil() == null || time.isBefore(standing.getUntil()));
    }
}
