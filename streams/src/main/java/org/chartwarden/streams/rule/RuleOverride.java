package org.chartwarden.streams.rule;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartwarden.model.Severity;
import org.chartwarden.yaml.Fields;
import org.chartwarden.yaml.Problems;
import org.chartwarden.yaml.YamlFile;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A site's file that changes a built-in rule, without repeating it: {@code override: its-id}, and what differs. */
final class RuleOverride {

    private static final String OVERRIDE = "override";
    private static final List<String> KEYS =
            List.of(OVERRIDE, "enabled", "parameters", "severity", "mail", "grace", "for");

    private final YamlFile file;
    private final Fields fields;

    RuleOverride(YamlFile file, Node root) {
        this.file = file;
        this.fields = Fields.of(file, root, KEYS);
    }

    /** Whether a file's content is one. */
    static boolean is(Node root) {
        return root instanceof MappingNode mapping
                && mapping.getValue().stream()
                        .anyMatch(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(OVERRIDE));
    }

    /** Reports what is wrong with the rule that it names. */
    void problem(String what) {
        fields.problem(OVERRIDE, what);
    }

    Optional<String> ruleId() {
        return fields.text(OVERRIDE);
    }

    boolean enabled() {
        return !fields.has("enabled") || fields.flag("enabled").orElse(true);
    }

    /** The changed rule, without its examples, which are made for what it was; empty when there were problems. */
    Optional<Rule> applied(Rule rule) {
        int before = file.problems().count();
        if (KEYS.stream().noneMatch(key -> !key.equals(OVERRIDE) && fields.has(key))) {
            // Perhaps it is only half written.
            fields.problem(
                    OVERRIDE,
                    "changes nothing: at least one of " + String.join(", ", KEYS.subList(1, KEYS.size()))
                            + " must be told");
        }
        Map<String, Object> values = fields.has("parameters") ? parameters(rule) : Map.of();
        Optional<Rule> reread = reread(rule, values);
        Optional<Severity> severity =
                fields.has("severity") ? fields.choice("severity", Severity.class) : Optional.empty();
        Optional<Boolean> mails = fields.has("mail") ? fields.flag("mail") : Optional.empty();
        Optional<Duration> grace = fields.has("grace") ? fields.span("grace") : Optional.empty();
        Optional<Duration> span = fields.has("for") ? ConsequenceReader.spanOf(fields, "for") : Optional.empty();
        if (file.problems().count() > before || reread.isEmpty()) {
            return Optional.empty();
        }
        Rule.Consequence told = reread.get().consequence();
        Rule.Consequence changed = new Rule.Consequence(
                severity.orElse(told.severity()),
                new Grouping(told.grouping().by(), span.orElse(told.grouping().span())),
                mails.orElse(told.mails()),
                grace.orElse(told.grace()),
                told.reason());
        return Optional.of(reread.get().changedBy(file.content(), changed));
    }

    private Map<String, Object> parameters(Rule rule) {
        Map<String, Object> values = new HashMap<>();
        List<String> names = rule.parameters().stream().map(Parameter::name).toList();
        fields.map("parameters", names)
                .ifPresent(told -> rule.parameters().stream()
                        .filter(parameter -> told.has(parameter.name()))
                        .forEach(parameter -> told.value(
                                        parameter.name(), parameter.type().allowed(), parameter.type()::parse)
                                .ifPresent(value -> values.put(parameter.name(), value))));
        return values;
    }

    /** Read anew, because thresholds are worked out from parameters when a rule is read. */
    private Optional<Rule> reread(Rule rule, Map<String, Object> values) {
        Problems problems = new Problems();
        YamlFile builtIn = new YamlFile(rule.id(), rule.source(), problems);
        Optional<Rule> reread =
                builtIn.root().flatMap(root -> RuleReader.read(builtIn, root, RuleReader.Origin.BUILT_IN, values));
        problems.lines().forEach(line -> fields.problem("parameters", "cannot be used by the rule: " + line));
        return reread;
    }
}
