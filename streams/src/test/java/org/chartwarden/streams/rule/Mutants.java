package org.chartwarden.streams.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.chartwarden.yaml.Position;
import org.chartwarden.yaml.Problems;
import org.chartwarden.yaml.ScalarText;
import org.chartwarden.yaml.YamlFile;

/** Rules that are broken in one place: a part of a condition dropped, a parameter moved. */
final class Mutants {

    private final Rule rule;
    private final Map<String, Rule> all = new LinkedHashMap<>();

    private Mutants(Rule rule) {
        this.rule = rule;
    }

    /** By what was done to them. */
    static Map<String, Rule> of(Rule rule) {
        Mutants mutants = new Mutants(rule);
        mutants.conditions();
        mutants.parameters();
        return mutants.all;
    }

    private void conditions() {
        Detection detection = rule.detection();
        if (detection instanceof Detection.Match match) {
            weaken("where", match.where(), Detection.Match::new);
        } else if (detection instanceof Detection.Threshold it) {
            weaken(
                    "where",
                    it.where(),
                    where -> new Detection.Threshold(
                            where, it.measure(), it.per(), it.except(), it.moreThan(), it.within()));
            it.except()
                    .ifPresent(except -> weaken(
                            "except",
                            except,
                            weak -> new Detection.Threshold(
                                    it.where(),
                                    it.measure(),
                                    it.per(),
                                    Optional.of(weak),
                                    it.moreThan(),
                                    it.within())));
        } else if (detection instanceof Detection.Baseline it) {
            weaken(
                    "where",
                    it.where(),
                    where -> new Detection.Baseline(
                            where, it.measure(), it.of(), it.sigmas(), it.atLeast(), it.learning()));
        } else if (detection instanceof Detection.Sequence it) {
            for (int step = 0; step < it.steps().size(); step++) {
                int index = step;
                weaken("step " + (step + 1), it.steps().get(step), weak -> {
                    List<Expression<Boolean>> steps = new ArrayList<>(it.steps());
                    steps.set(index, weak);
                    return new Detection.Sequence(steps, it.per(), it.within());
                });
            }
        } else if (detection instanceof Detection.FirstSeen it) {
            weaken(
                    "where",
                    it.where(),
                    where -> new Detection.FirstSeen(where, it.value(), it.among(), it.learning(), it.forget()));
            it.among()
                    .ifPresent(among -> weaken(
                            "among",
                            among,
                            weak -> new Detection.FirstSeen(
                                    it.where(), it.value(), Optional.of(weak), it.learning(), it.forget())));
        } else if (detection instanceof Detection.Accumulate it) {
            weaken(
                    "where",
                    it.where(),
                    where -> new Detection.Accumulate(where, it.weight(), it.once(), it.halfLife(), it.moreThan()));
        }
    }

    private void weaken(String key, Expression<Boolean> condition, Function<Expression<Boolean>, Detection> mutant) {
        List<String> parts = parts(condition.text());
        for (int dropped = 0; dropped < parts.size(); dropped++) {
            List<String> left = new ArrayList<>(parts);
            left.remove(dropped);
            all.put(
                    key + " without " + parts.get(dropped),
                    with(mutant.apply(compiled(left.isEmpty() ? "true" : String.join(" && ", left)))));
        }
        all.put(key + " is never true", with(mutant.apply(compiled("false"))));
    }

    private Expression<Boolean> compiled(String text) {
        ScalarText scalar = new ScalarText(text, new Position(rule.id(), 1, 1), false);
        return new ExpressionCompiler(rule.parameters())
                .compile(scalar, Boolean.class, new Problems())
                .orElseThrow(() -> new AssertionError(text));
    }

    private Rule with(Detection detection) {
        return new Rule(
                rule.identity(),
                rule.subject(),
                rule.parameters(),
                detection,
                rule.consequence(),
                rule.guide(),
                rule.examples(),
                rule.source());
    }

    /** A whole number one up and one down, another a tenth. */
    private void parameters() {
        for (Parameter parameter : rule.parameters()) {
            if (parameter.value() instanceof Long value) {
                moved(parameter, value + 1);
                moved(parameter, value - 1);
            } else if (parameter.value() instanceof Double value) {
                moved(parameter, value * 1.1);
                moved(parameter, value * 0.9);
            }
        }
    }

    private void moved(Parameter parameter, Object value) {
        YamlFile file = new YamlFile(rule.id(), rule.source(), new Problems());
        file.root()
                .flatMap(root ->
                        RuleReader.read(file, root, RuleReader.Origin.BUILT_IN, Map.of(parameter.name(), value)))
                .ifPresent(mutant -> all.put(parameter.name() + " is " + value, mutant));
    }

    /** The parts of a condition that all must hold. */
    private static List<String> parts(String condition) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        boolean quoted = false;
        for (int index = 0; index < condition.length(); index++) {
            char character = condition.charAt(index);
            quoted ^= character == '\'';
            depth += quoted ? 0 : "([{".indexOf(character) >= 0 ? 1 : ")]}".indexOf(character) >= 0 ? -1 : 0;
            if (!quoted && depth == 0 && condition.startsWith("&&", index)) {
                parts.add(condition.substring(start, index).strip());
                start = index + 2;
            }
        }
        parts.add(condition.substring(start).strip());
        return parts;
    }
}
