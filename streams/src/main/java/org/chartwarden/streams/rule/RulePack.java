package org.chartwarden.streams.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rules that judge, sorted by id: the built-in ones, and those of the site's folder, which replace a built-in one of
 * the same id when their version is higher.
 */
public record RulePack(List<Rule> rules) {

    /** The built-in files, since the entries of a jar cannot be listed portably. */
    static final List<String> BUILT_IN =
            List.of("coworker-record.yaml", "many-unexplained-patients.yaml", "vip-without-explanation.yaml");

    private static final String FOLDER = "/rules/";

    public RulePack {
        rules = List.copyOf(rules);
    }

    /** Only the built-in rules. */
    public static RulePack builtIn() {
        return load(Optional.empty());
    }

    /**
     * Reads all rules and runs all their examples.
     *
     * @param directory the site's own rules: its files that end in .yaml, without subfolders
     * @throws RulePackException naming everything that is wrong in any file
     */
    public static RulePack load(Optional<Path> directory) {
        Loading loading = new Loading();
        BUILT_IN.forEach(name -> loading.builtIn(name, resource(FOLDER + name)));
        directory.ifPresent(loading::directory);
        return loading.finish();
    }

    /** Reads one rule, as a site's own, beside no others. For documentation and its tests. */
    static RulePack of(String name, String content) {
        Loading loading = new Loading();
        loading.builtIn(name, content);
        return loading.finish();
    }

    private static String resource(String path) {
        try (InputStream content = RulePack.class.getResourceAsStream(path)) {
            if (content == null) {
                throw new IllegalStateException("the resource " + path + " is missing");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The rule " + path + " could not be read", e);
        }
    }

    /** Collects rules, and what is wrong with them. */
    private static final class Loading {

        private final Problems problems = new Problems();
        private final Map<String, Rule> builtIn = new TreeMap<>();
        private final Map<String, Rule> sites = new TreeMap<>();

        void builtIn(String name, String content) {
            read(name, content).ifPresent(rule -> builtIn.put(rule.id(), rule));
        }

        void directory(Path directory) {
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(this::siteFile);
            } catch (IOException | UncheckedIOException e) {
                problems.add(new Position(directory.toString(), 1, 1), "the folder cannot be read: " + e);
            }
        }

        private void siteFile(Path file) {
            try {
                read(file.toString(), Files.readString(file)).ifPresent(rule -> site(file.toString(), rule));
            } catch (IOException e) {
                problems.add(new Position(file.toString(), 1, 1), "cannot be read as UTF-8 text: " + e);
            }
        }

        private void site(String file, Rule rule) {
            Rule replaced = builtIn.get(rule.id());
            if (replaced != null && rule.version() <= replaced.version()) {
                problems.add(
                        new Position(file, 1, 1),
                        "the built-in rule %s has version %d; a rule that replaces it must have a higher one than %d"
                                .formatted(rule.id(), replaced.version(), replaced.version()));
            }
            if (sites.put(rule.id(), rule) != null) {
                problems.add(new Position(file, 1, 1), "another file of the folder has the rule " + rule.id() + " too");
            }
        }

        private Optional<Rule> read(String name, String content) {
            Optional<Rule> rule = RuleReader.read(new RuleFile(name, content, problems));
            rule.ifPresent(this::runExamples);
            return rule;
        }

        private void runExamples(Rule rule) {
            for (Example example : rule.examples()) {
                if (ExampleRun.fires(rule, example) != example.fires()) {
                    problems.add(
                            example.position(),
                            "the example \"%s\" should %s"
                                    .formatted(
                                            example.name(),
                                            example.fires() ? "fire, but stays silent" : "stay silent, but fires"));
                }
            }
        }

        RulePack finish() {
            if (problems.count() > 0) {
                throw new RulePackException(problems.lines());
            }
            Map<String, Rule> all = new TreeMap<>(builtIn);
            all.putAll(sites);
            Collection<Rule> rules = all.values();
            return new RulePack(List.copyOf(rules));
        }
    }
}
