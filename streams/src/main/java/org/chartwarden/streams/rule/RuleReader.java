package org.chartwarden.streams.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartwarden.model.Severity;

/** Reads a rule from its file. The format is docs/rules.md. */
final class RuleReader {

    private static final List<String> COMMON = List.of(
            "id",
            "version",
            "name",
            "meaning",
            "kind",
            "parameters",
            "where",
            "severity",
            "group",
            "mail",
            "reason",
            "investigate",
            "falsePositives",
            "references",
            "examples");

    private static final List<String> THRESHOLD_ONLY = List.of("distinct", "moreThan", "within");

    private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /** The kinds of rule. */
    private enum Kind {
        MATCH,
        THRESHOLD
    }

    private final RuleFile file;
    private final Fields fields;
    private final ExpressionCompiler compiler;

    private RuleReader(RuleFile file, Fields fields) {
        this.file = file;
        this.fields = fields;
        this.compiler = new ExpressionCompiler(parameters());
    }

    /** The rule; empty when there were problems, which are then reported. */
    static Optional<Rule> read(RuleFile file) {
        int before = file.problems().count();
        List<String> all = new ArrayList<>(COMMON);
        all.addAll(THRESHOLD_ONLY);
        return file.root()
                .map(root -> new RuleReader(file, Fields.of(file, root, all)).rule())
                .filter(rule -> file.problems().count() == before)
                .map(Parts::rule);
    }

    /** What was read; complete only when there were no problems. */
    private record Parts(
            Optional<Rule.Identity> identity,
            Optional<Detection> detection,
            Optional<Rule.Consequence> consequence,
            Rule.Guide guide,
            List<Example> examples) {

        Rule rule() {
            return new Rule(
                    identity.orElseThrow(), detection.orElseThrow(), consequence.orElseThrow(), guide, examples);
        }
    }

    private Parts rule() {
        return new Parts(identity(), detection(), consequence(), guide(), ExampleReader.read(file, fields));
    }

    private Optional<Rule.Identity> identity() {
        Optional<String> id = fields.value("id", "lower-case words joined by hyphens", RuleReader::checkedId);
        Optional<Integer> version = fields.value("version", "a whole number from 1", RuleReader::natural);
        Optional<String> name = fields.text("name");
        Optional<String> meaning = fields.text("meaning");
        return id.isPresent() && version.isPresent() && name.isPresent() && meaning.isPresent()
                ? Optional.of(new Rule.Identity(id.get(), version.get(), name.get(), meaning.get()))
                : Optional.empty();
    }

    private static String checkedId(String text) {
        if (!text.matches(ID)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static int natural(String text) {
        int number = Integer.parseInt(text);
        if (number < 1) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (Fields parameter : fields.maps("parameters", List.of("name", "type", "value", "meaning"))) {
            Optional<String> name = parameter.value("name", "letters and digits", RuleReader::checkedParameterName);
            Optional<Parameter.Type> type = parameter.choice("type", Parameter.Type.class);
            Optional<Object> value = type.flatMap(known -> parameter.value("value", known.allowed(), known::parse));
            Optional<String> meaning = parameter.text("meaning");
            if (name.isPresent() && value.isPresent() && meaning.isPresent()) {
                parameters.add(new Parameter(name.get(), type.get(), value.get(), meaning.get()));
            }
        }
        return withoutRepetition(parameters);
    }

    private List<Parameter> withoutRepetition(List<Parameter> parameters) {
        List<String> names = parameters.stream().map(Parameter::name).distinct().toList();
        if (names.size() == parameters.size()) {
            return parameters;
        }
        fields.problem("parameters", "must not name a parameter twice");
        return List.of();
    }

    private static String checkedParameterName(String text) {
        if (!text.matches("[a-zA-Z][a-zA-Z0-9]*")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private Optional<Detection> detection() {
        Optional<Kind> kind = fields.choice("kind", Kind.class);
        Optional<Expression<Boolean>> where = expression("where", Boolean.class);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        return switch (kind.get()) {
            case MATCH -> {
                THRESHOLD_ONLY.stream()
                        .filter(fields::has)
                        .forEach(key -> fields.problem(key, "is only allowed with kind: threshold"));
                yield where.map(Detection.Match::new);
            }
            case THRESHOLD -> threshold(where);
        };
    }

    private Optional<Detection> threshold(Optional<Expression<Boolean>> where) {
        Optional<Expression<String>> distinct = expression("distinct", String.class);
        Optional<Integer> moreThan = expression("moreThan", Long.class).flatMap(this::constant);
        Optional<Duration> within = fields.duration("within");
        return where.isPresent() && distinct.isPresent() && moreThan.isPresent() && within.isPresent()
                ? Optional.of(new Detection.Threshold(where.get(), distinct.get(), moreThan.get(), within.get()))
                : Optional.empty();
    }

    private <T> Optional<Expression<T>> expression(String key, Class<T> type) {
        return fields.scalar(key).flatMap(text -> compiler.compile(text, type, file.problems()));
    }

    /** A threshold does not depend on the access, so that it is known when the rule is loaded. */
    private Optional<Integer> constant(Expression<Long> expression) {
        try {
            long value = expression.ofParameters();
            if (value >= 0 && value < Detection.MOST_OBSERVATIONS) {
                return Optional.of((int) value);
            }
        } catch (RuleEvaluationException e) {
            fields.problem("moreThan", "may speak of numbers and parameters only");
            return Optional.empty();
        }
        fields.problem("moreThan", "must be from 0 to " + (Detection.MOST_OBSERVATIONS - 1));
        return Optional.empty();
    }

    private Optional<Rule.Consequence> consequence() {
        Optional<Severity> severity = fields.choice("severity", Severity.class);
        Optional<Grouping> grouping = grouping();
        Optional<Boolean> mails = fields.flag("mail");
        Optional<ReasonTemplate> reason = fields.text("reason").map(ReasonTemplate::new);
        reason.ifPresent(template -> template.unknown()
                .forEach(word -> fields.problem(
                        "reason", "has the unknown placeholder " + word + "; allowed are " + ReasonTemplate.known())));
        return severity.isPresent() && grouping.isPresent() && mails.isPresent() && reason.isPresent()
                ? Optional.of(new Rule.Consequence(severity.get(), grouping.get(), mails.get(), reason.get()))
                : Optional.empty();
    }

    private Optional<Grouping> grouping() {
        return fields.map("group", List.of("by", "for")).flatMap(group -> {
            List<Grouping.By> by = new ArrayList<>();
            for (String word : group.texts("by")) {
                try {
                    by.add(Fields.constant(word, Grouping.By.class));
                } catch (IllegalArgumentException e) {
                    group.problem(
                            "by",
                            "names \"" + word + "\", but each must be one of " + Fields.choices(Grouping.By.class));
                }
            }
            if (!by.contains(Grouping.By.USER)) {
                group.problem("by", "must name user, and may name patient: alerts are kept by user");
                by.clear();
            }
            return group.duration("for").flatMap(span -> grouping(group, by, span));
        });
    }

    private static Optional<Grouping> grouping(Fields group, List<Grouping.By> by, Duration span) {
        if (span.compareTo(Grouping.SHORTEST) < 0 || span.compareTo(Grouping.LONGEST) > 0) {
            group.problem("for", "must be from " + Grouping.SHORTEST + " to " + Grouping.LONGEST);
            return Optional.empty();
        }
        return by.isEmpty() ? Optional.empty() : Optional.of(new Grouping(by, span));
    }

    private Rule.Guide guide() {
        return new Rule.Guide(fields.texts("investigate"), fields.texts("falsePositives"), fields.texts("references"));
    }
}
