package org.chartwarden.streams.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.chartwarden.model.Subject;

/**
 * The rules that judge, sorted by id: the built-in ones, and those of the site's folder, which replace a built-in one of
 * the same id when their version is higher, or change it by an override.
 */
public record RulePack(List<Rule> rules) {

    public RulePack {
        rules = List.copyOf(rules);
    }

    /** The rules that see the accesses of such a subject together. */
    public List<Rule> of(Subject subject) {
        return rules.stream().filter(rule -> rule.subject() == subject).toList();
    }

    /** Only the built-in rules. */
    public static RulePack builtIn() {
        return load(Optional.empty());
    }

    /**
     * Reads all rules and runs all their examples.
     *
     * @param folder the site's own rules: its files that end in .yaml, without subfolders
     * @throws RulePackException naming everything that is wrong in any file
     */
    public static RulePack load(Optional<Path> folder) {
        RuleLoading loading = read(folder);
        loading.runExamples();
        return loading.finish();
    }

    /**
     * Runs all examples of all rules, those too that fail.
     *
     * @param folder as for {@link #load}
     * @throws RulePackException when a file cannot be read
     */
    public static List<ExampleOutcome> examples(Optional<Path> folder) {
        RuleLoading loading = read(folder);
        loading.finish();
        return loading.outcomes();
    }

    /**
     * The one rule of a file, as it would be beside the built-in ones: of an override the changed rule, and none when it
     * switches the rule off.
     *
     * @throws RulePackException naming everything that is wrong
     */
    public static RulePack candidate(Path file) {
        RuleLoading loading = new RuleLoading();
        loading.builtIn();
        Optional<String> id = loading.file(file);
        loading.runExamples();
        return new RulePack(loading.finish().rules().stream()
                .filter(rule -> rule.id().equals(id.orElse("")))
                .toList());
    }

    /** Reads one rule, as a site's own, beside no others. For documentation and its tests. */
    static RulePack of(String name, String content) {
        RuleLoading loading = new RuleLoading();
        loading.site(name, content);
        loading.runExamples();
        return loading.finish();
    }

    private static RuleLoading read(Optional<Path> folder) {
        RuleLoading loading = new RuleLoading();
        loading.builtIn();
        folder.ifPresent(loading::folder);
        return loading;
    }
}
