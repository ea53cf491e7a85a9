package org.chartwarden.streams.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.yaml.Position;
import org.chartwarden.yaml.Problems;
import org.chartwarden.yaml.ScalarText;

/** Compiles the CEL expressions of one rule against the {@link Variable vocabulary} and the rule's parameters. */
final class ExpressionCompiler {

    private static final String UNDECLARED = "undeclared reference";
    private static final Pattern DOTTED = Pattern.compile("\\w+(\\.\\w+)*");

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().build();

    private static final Map<Class<?>, CelType> TYPES = Map.of(
            Boolean.class, SimpleType.BOOL,
            String.class, SimpleType.STRING,
            Long.class, SimpleType.INT,
            Number.class, SimpleType.DYN);

    private final CelCompilerBuilder declarations;
    private final Map<String, Object> parameters;
    private final List<String> words;

    ExpressionCompiler(List<Parameter> parameters) {
        declarations =
                CelCompilerFactory.standardCelCompilerBuilder().setStandardMacros(CelStandardMacro.STANDARD_MACROS);
        for (Variable variable : Variable.all()) {
            declarations.addVar(variable.word(), variable.type());
        }
        parameters.forEach(parameter ->
                declarations.addVar(parameter.word(), parameter.type().celType()));
        this.parameters = parameters.stream().collect(Collectors.toMap(Parameter::word, Parameter::value));
        this.words = Stream.of(
                        Variable.all().stream().map(Variable::word),
                        parameters.stream().map(Parameter::word))
                .flatMap(word -> word)
                .sorted()
                .toList();
    }

    /**
     * Compiles.
     *
     * @param result Boolean, String, Long, or Number for either kind of number
     * @param text where it stands, so that errors name the place in the file
     * @return empty when there were problems, which are then reported
     */
    <T> Optional<Expression<T>> compile(ScalarText text, Class<T> result, Problems problems) {
        CelCompiler compiler = declarations.setResultType(TYPES.get(result)).build();
        CelValidationResult checked = compiler.compile(text.value());
        if (checked.hasError()) {
            checked.getErrors().forEach(issue -> problems.add(positionOf(issue, text), explained(issue, text)));
            return Optional.empty();
        }
        try {
            CelAbstractSyntaxTree tree = checked.getAst();
            Evaluation evaluation = new EvaluationCompiler(RUNTIME, parameters, tree).compile();
            return Optional.of(new Expression<>(text.value().strip(), evaluation, result));
        } catch (CelValidationException | CelEvaluationException e) {
            problems.add(text.position(), "the expression cannot be run: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Position positionOf(CelIssue issue, ScalarText text) {
        return text.positionOf(
                issue.getSourceLocation().getLine(), issue.getSourceLocation().getColumn());
    }

    private String explained(CelIssue issue, ScalarText text) {
        String message = issue.getMessage()
                .replaceFirst(" \\(in container ''\\)", "")
                .replaceFirst(" \\(candidates: .*", "")
                .replace("\n", "\\n");
        return message.startsWith(UNDECLARED)
                ? UNDECLARED + " to '" + wordAt(issue, text) + "'; known are " + String.join(", ", words)
                : message;
    }

    /** CEL names but the first part: of a word with dots the mistake may lie in the others. */
    private static String wordAt(CelIssue issue, ScalarText text) {
        String line = text.value().split("\n", -1)[issue.getSourceLocation().getLine() - 1];
        Matcher word = DOTTED.matcher(line);
        return word.find(issue.getSourceLocation().getColumn()) ? word.group() : line;
    }
}
