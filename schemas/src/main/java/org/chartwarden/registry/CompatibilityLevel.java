package org.chartwarden.registry;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** What a registry demands of a subject's next version, by the names that Confluent's REST API uses. */
public enum CompatibilityLevel {
    NONE(false, false, false),
    /** The next version reads what the last one wrote: readers are upgraded first. */
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    /** The last version reads what the next one writes: writers are upgraded first. */
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    /** Both, so that readers and writers are upgraded in any order. */
    FULL(true, true, false),
    /** Both, against every version there ever was, so that old records stay readable however long they are kept. */
    FULL_TRANSITIVE(true, true, true);

    private final boolean backward;
    private final boolean forward;
    private final boolean transitive;

    CompatibilityLevel(boolean backward, boolean forward, boolean transitive) {
        this.backward = backward;
        this.forward = forward;
        this.transitive = transitive;
    }

    /**
     * Everything that speaks against the next version; empty when nothing does.
     *
     * @param next the schema that wants to become the next version
     * @param versions those there are, the oldest first
     * @return one line each, naming the direction and the place in the schema
     */
    public List<String> objections(Schema next, List<Schema> versions) {
        int first = transitive || versions.isEmpty() ? 0 : versions.size() - 1;
        List<String> objections = new ArrayList<>();
        for (int index = first; index < versions.size(); index++) {
            String version = "version " + (index + 1);
            if (backward) {
                objections.addAll(unreadable("the new schema cannot read " + version, next, versions.get(index)));
            }
            if (forward) {
                objections.addAll(unreadable(version + " cannot read the new schema", versions.get(index), next));
            }
        }
        return objections;
    }

    private static List<String> unreadable(String direction, Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(incompatibility -> direction + ": " + describe(incompatibility))
                .toList();
    }

    private static String describe(Incompatibility incompatibility) {
        return incompatibility.getType() + " at " + incompatibility.getLocation() + ": " + incompatibility.getMessage();
    }
}
