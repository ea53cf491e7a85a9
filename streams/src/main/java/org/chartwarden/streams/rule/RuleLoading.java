package org.chartwarden.streams.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chartwarden.streams.rule.RuleReader.Origin;
import org.chartwarden.yaml.Position;
import org.chartwarden.yaml.Problems;
import org.chartwarden.yaml.YamlFile;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects rules and what is wrong with them. For one loading. */
final class RuleLoading {

    private final Problems problems = new Problems();
    private final Map<String, Rule> rules = new TreeMap<>();
    private final Map<String, Rule> builtIn = new HashMap<>();
    private final Set<String> changed = new HashSet<>();
    private final Map<Example, Rule> examples = new LinkedHashMap<>();

    void builtIn() {
        BuiltInRules.names().forEach(name -> {
            YamlFile file = new YamlFile(name, BuiltInRules.content(name), problems);
            file.root().flatMap(root -> read(file, root, Origin.BUILT_IN)).ifPresent(rule -> {
                builtIn.put(rule.id(), rule);
                rules.put(rule.id(), rule);
            });
        });
    }

    /** The files that end in .yaml, without subfolders. */
    void folder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(this::file);
        } catch (IOException | UncheckedIOException e) {
            problems.add(new Position(folder.toString(), 1, 1), "the folder cannot be read: " + e);
        }
    }

    /** One of the site's files; whose rule it brings or changes. */
    Optional<String> file(Path path) {
        try {
            return site(path.toString(), YamlFile.textOf(path));
        } catch (IOException e) {
            problems.add(new Position(path.toString(), 1, 1), "cannot be read as UTF-8 text: " + e);
            return Optional.empty();
        }
    }

    Optional<String> site(String name, String content) {
        YamlFile file = new YamlFile(name, content, problems);
        return file.root().flatMap(root -> RuleOverride.is(root) ? override(file, root) : own(file, root));
    }

    private Optional<String> own(YamlFile file, Node root) {
        return read(file, root, Origin.SITE).map(rule -> {
            Rule replaced = builtIn.get(rule.id());
            if (replaced != null && rule.version() <= replaced.version()) {
                problems.add(
                        new Position(file.name(), 1, 1),
                        "the built-in rule %s has version %d; a rule that replaces it must have a higher one than %d"
                                .formatted(rule.id(), replaced.version(), rule.version()));
            }
            change(file, rule.id());
            rules.put(rule.id(), rule);
            return rule.id();
        });
    }

    private Optional<String> override(YamlFile file, Node root) {
        RuleOverride override = new RuleOverride(file, root);
        return override.ruleId().map(id -> {
            Rule rule = builtIn.get(id);
            if (rule == null) {
                override.problem("names \"" + id + "\", but must be one of "
                        + String.join(", ", builtIn.keySet().stream().sorted().toList()));
                return id;
            }
            change(file, id);
            Optional<Rule> applied = override.applied(rule);
            if (override.enabled()) {
                applied.ifPresent(each -> rules.put(id, each));
            } else {
                rules.remove(id);
            }
            return id;
        });
    }

    private void change(YamlFile file, String id) {
        if (!changed.add(id)) {
            problems.add(new Position(file.name(), 1, 1), "another file of the folder has the rule " + id + " too");
        }
    }

    private Optional<Rule> read(YamlFile file, Node root, Origin origin) {
        Optional<Rule> read = RuleReader.read(file, root, origin, Map.of());
        read.ifPresent(rule -> rule.examples().forEach(example -> examples.put(example, rule)));
        return read;
    }

    /** What became of all examples. */
    List<ExampleOutcome> outcomes() {
        List<ExampleOutcome> outcomes = new ArrayList<>();
        examples.forEach((example, rule) -> outcomes.add(
                new ExampleOutcome(rule.id(), example.name(), example.fires(), ExampleRun.fires(rule, example))));
        return outcomes;
    }

    /** Counts examples that fail among the problems. */
    void runExamples() {
        examples.forEach((example, rule) -> {
            if (ExampleRun.fires(rule, example) != example.fires()) {
                String what = example.fires() ? "fire, but stays silent" : "stay silent, but fires";
                problems.add(example.position(), "the example \"%s\" should %s".formatted(example.name(), what));
            }
        });
    }

    /**
     * What was read.
     *
     * @throws RulePackException naming everything that is wrong in any file
     */
    RulePack finish() {
        if (problems.count() > 0) {
            throw new RulePackException(problems.lines());
        }
        return new RulePack(List.copyOf(rules.values()));
    }
}
