package org.chartwarden.streams.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.streams.memory.Newest;

/** All staff, as the global store of {@code ehr.workforce} has them. */
public final class Workforce {

    /** In memory, global. */
    public static final String STORE = "workforce";

    private static final StringSerializer PREFIX = new StringSerializer();

    /** About as many as act on the patients of one task in a day. */
    private static final int MOST_PERSONS = 5_000;

    private final ReadOnlyKeyValueStore<String, WorkforceMember> store;
    private final Changes changes;
    private final Newest<String, Person> persons = new Newest<>(MOST_PERSONS);
    private long asOf;

    /** @param changes those that the {@linkplain #keeper keeper} tells */
    public Workforce(ReadOnlyKeyValueStore<String, WorkforceMember> store, Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    /** Keeps the store. */
    public static IndexKeeper<WorkforceMember> keeper(Changes changes) {
        return new IndexKeeper<>(STORE, new WorkforceKeys(), changes);
    }

    /** The person behind a user id; {@link Person#UNKNOWN} when no record tells of one. */
    public Person person(String userId) {
        long now = changes.count();
        if (now != asOf) {
            persons.clear();
            asOf = now;
        }
        // The store holds bytes, and every access asks for its user.
        return persons.get(userId, id -> Person.merged(all(WorkforceKeys.usersPrefix(id))));
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
