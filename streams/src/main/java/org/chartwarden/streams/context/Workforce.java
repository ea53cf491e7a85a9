package org.chartwarden.streams.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.chartwarden.model.WorkforceMember;

/** All staff, as the global store of {@code ehr.workforce} has them. */
public final class Workforce {

    /** In memory, global. */
    public static final String STORE = "workforce";

    private static final StringSerializer PREFIX = new StringSerializer();

    private final ReadOnlyKeyValueStore<String, WorkforceMember> store;

    public Workforce(ReadOnlyKeyValueStore<String, WorkforceMember> store) {
        this.store = store;
    }

    /** Keeps the store. */
    public static IndexKeeper<WorkforceMember> keeper() {
        return new IndexKeeper<>(STORE, new WorkforceKeys());
    }

    /** The person behind a user id; {@link Person#UNKNOWN} when no record tells of one. */
    public Person person(String userId) {
        return Person.merged(all(WorkforceKeys.usersPrefix(userId)));
    }

    /** The user whose own record as a patient this is. */
    public Optional<String> userWithRecord(String patientId) {
        return all(WorkforceKeys.patientsPrefix(patientId)).stream()
                .filter(WorkforceMember::getActive)
                .map(WorkforceMember::getUserId)
                .findFirst();
    }

    private List<WorkforceMember> all(String prefix) {
        List<WorkforceMember> members = new ArrayList<>();
        try (KeyValueIterator<String, WorkforceMember> found = store.prefixScan(prefix, PREFIX)) {
            while (found.hasNext()) {
                WorkforceMember member = found.next().value;
                // The global thread may have deleted it since the scan began.
                if (member != null) {
                    members.add(member);
                }
            }
        }
        return members;
    }
}
