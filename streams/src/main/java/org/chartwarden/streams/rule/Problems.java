package org.chartwarden.streams.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with rule files; all of it, not just the first. */
final class Problems {

    private record Problem(Position position, String what) {}

    private final List<Problem> found = new ArrayList<>();

    void add(Position position, String what) {
        found.add(new Problem(position, what));
    }

    int count() {
        return found.size();
    }

    /** Each as {@code file:line:column: what}, in the order of the files. */
    List<String> lines() {
        return found.stream()
                .sorted(Comparator.comparing((Problem problem) -> problem.position.file())
                        .thenComparing(problem -> problem.position.line())
                        .thenComparing(problem -> problem.position.column()))
                .map(problem -> problem.position + ": " + problem.what)
                .distinct()
                .toList();
    }
}
