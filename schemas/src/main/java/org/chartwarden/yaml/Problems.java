package org.chartwarden.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with YAML files; all of it, not just the first. */
public final class Problems {

    private record Problem(Position position, String what) {}

    private final List<Problem> found = new ArrayList<>();

    /** Reports one. */
    public void add(Position position, String what) {
        found.add(new Problem(position, what));
    }

    /** How many so far. */
    public int count() {
        return found.size();
    }

    /** Each as {@code file:line:column: what}, in the order of the files. */
    public List<String> lines() {
        return found.stream()
                .sorted(Comparator.comparing((Problem problem) -> problem.position.file())
                        .thenComparing(problem -> problem.position.line())
                        .thenComparing(problem -> problem.position.column()))
                .map(problem -> problem.position + ": " + problem.what)
                .distinct()
                .toList();
    }
}
