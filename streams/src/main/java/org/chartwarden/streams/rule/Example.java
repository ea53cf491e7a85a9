package org.chartwarden.streams.rule;

import java.util.List;

/**
 * A small story that shows what a rule does.
 *
 * @param name what the story is
 * @param fires the rule must fire at least once; else it must stay silent
 * @param accesses in order of arrival
 * @param position where it stands in its file
 */
public record Example(String name, boolean fires, List<Facts> accesses, Position position) {

    public Example {
        accesses = List.copyOf(accesses);
    }
}
