package org.chartwarden.streams.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartwarden.model.Subject;
import org.chartwarden.yaml.Fields;
import org.chartwarden.yaml.YamlFile;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a rule from its file. The format is docs/writing-rules.md. */
final class RuleReader {

    private static final List<String> KEYS = Stream.concat(
                    Stream.of(
                            "id",
                            "version",
                            "name",
                            "meaning",
                            "kind",
                            "subject",
                            "parameters",
                            "severity",
                            "group",
                            "grace",
                            "mail",
                            "reason",
                            "investigate",
                            "falsePositives",
                            "references",
                            "examples"),
                    Kind.allKeys())
            .toList();

    private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /** Whose rule it is. */
    enum Origin {
        BUILT_IN(2),
        SITE(1);

        private final int leastExamples;

        Origin(int leastExamples) {
            this.leastExamples = leastExamples;
        }
    }

    private final YamlFile file;
    private final Fields fields;

    private RuleReader(YamlFile file, Fields fields) {
        this.file = file;
        this.fields = fields;
    }

    /**
     * The rule; empty when there were problems, which are then reported.
     *
     * @param overridden values of parameters, by name, that hold instead of those in the file
     */
    static Optional<Rule> read(YamlFile file, Node root, Origin origin, Map<String, Object> overridden) {
        int before = file.problems().count();
        return new RuleReader(file, Fields.of(file, root, KEYS))
                .rule(origin, overridden)
                .filter(rule -> file.problems().count() == before);
    }

    private Optional<Rule> rule(Origin origin, Map<String, Object> overridden) {
        Optional<Rule.Identity> identity = identity();
        List<Parameter> parameters = ParameterReader.read(fields, overridden);
        Expressions expressions = new Expressions(new ExpressionCompiler(parameters), file.problems());
        Subject subject =
                fields.has("subject") ? fields.choice("subject", Subject.class).orElse(Subject.USER) : Subject.USER;
        Optional<Detection> detection = new DetectionReader(fields, expressions).read();
        Optional<Rule.Consequence> consequence = new ConsequenceReader(fields, subject).read();
        Rule.Guide guide = new Rule.Guide(some("investigate"), some("falsePositives"), some("references"));
        List<Example> examples = ExampleReader.read(fields, origin.leastExamples);
        return identity.isPresent() && detection.isPresent() && consequence.isPresent()
                ? Optional.of(new Rule(
                        identity.get(),
                        subject,
                        parameters,
                        detection.get(),
                        consequence.get(),
                        guide,
                        examples,
                        file.content()))
                : Optional.empty();
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

    private List<String> some(String key) {
        List<String> texts = fields.texts(key);
        if (!fields.has(key)) {
            file.problems().add(fields.position(), "the key \"" + key + "\" is missing");
        } else if (texts.isEmpty()) {
            fields.problem(key, "must name at least one");
        }
        return texts;
    }
}
