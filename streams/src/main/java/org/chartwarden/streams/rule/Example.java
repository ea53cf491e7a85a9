package org.chartwarden.streams.rule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chartwarden.yaml.Position;

/**
 * A small story that shows what a rule does. Days of examples are those of UTC.
 *
 * @param name what the story is
 * @param fires the rule must fire at least once; else it must stay silent
 * @param accesses in order of arrival
 * @param peers what is usual among the users' peers
 * @param position where it stands in its file
 */
public record Example(String name, boolean fires, List<Told> accesses, Peers peers, Position position) {

    public Example {
        accesses = List.copyOf(accesses);
    }

    /**
     * One access.
     *
     * @param time when it happens
     * @param values of {@link Variable variables}, by their words; what is not told is ordinary
     */
    public record Told(Instant time, Map<String, Object> values) {

        public Told {
            values = Map.copyOf(values);
        }
    }
}
