package org.chartwarden.streams.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;

/**
 * Makes a checked expression ready to be evaluated for each access. Nearly all conditions are made of variables,
 * comparisons with constants, and logic between them: those are evaluated by us, some fifty times faster than by CEL's
 * interpreter and with the same results. Whatever else a condition contains is left to CEL, in as small parts as there are.
 */
final class EvaluationCompiler {

    private static final Set<CelType> COMPARED = Set.of(SimpleType.BOOL, SimpleType.INT, SimpleType.STRING);

    private final CelRuntime runtime;
    private final Map<String, Object> parameters;
    private final CelAbstractSyntaxTree tree;

    /** @param parameters of the rule, by their words */
    EvaluationCompiler(CelRuntime runtime, Map<String, Object> parameters, CelAbstractSyntaxTree tree) {
        this.runtime = runtime;
        this.parameters = parameters;
        this.tree = tree;
    }

    /** @throws CelEvaluationException when CEL refuses to run a part of it */
    Evaluation compile() throws CelEvaluationException {
        return compile(tree.getExpr());
    }

    private Evaluation compile(CelExpr part) throws CelEvaluationException {
        Optional<Evaluation> plain = plain(part);
        return plain.isPresent() ? plain.get() : interpreted(part);
    }

    /** Empty for what is left to CEL. */
    private Optional<Evaluation> plain(CelExpr part) throws CelEvaluationException {
        if (part.getKind() == ExprKind.Kind.CONSTANT) {
            return constant(part.constant()).map(value -> facts -> value);
        }
        if (part.getKind() == ExprKind.Kind.CALL) {
            return call(part.call());
        }
        return tree.getReference(part.id())
                .filter(reference -> reference.value().isEmpty())
                .flatMap(reference -> variable(reference.name()));
    }

    private Optional<Evaluation> variable(String word) {
        Object parameter = parameters.get(word);
        if (parameter != null) {
            return Optional.of(facts -> parameter);
        }
        return Variable.of(word).map(variable -> facts -> {
            if (facts == null) {
                throw RuleEvaluationException.unknown();
            }
            return facts.value(variable);
        });
    }

    private Optional<Evaluation> call(CelCall call) throws CelEvaluationException {
        List<CelExpr> operands = call.args();
        return switch (call.function()) {
            case "!_" -> {
                Evaluation operand = compile(operands.get(0));
                yield Optional.of(facts -> !operand.is(facts));
            }
            case "_&&_" -> Optional.of(decidedBy(false, compile(operands.get(0)), compile(operands.get(1))));
            case "_||_" -> Optional.of(decidedBy(true, compile(operands.get(0)), compile(operands.get(1))));
            case "_==_" -> equality(operands, true);
            case "_!=_" -> equality(operands, false);
            case "@in" -> membership(operands.get(0), operands.get(1));
            case "_?_:_" -> choice(operands);
            case "double" -> whole(operands.get(0)).map(number -> facts -> ((Long) number.of(facts)).doubleValue());
            case "_*_" -> arithmetic(operands, (left, right) -> left * right);
            case "_+_" -> arithmetic(operands, Double::sum);
            default -> Optional.empty();
        };
    }

    /** As CEL has it: where one side decides, it does not matter that the other one has no value. */
    private static Evaluation decidedBy(boolean decisive, Evaluation left, Evaluation right) {
        return facts -> {
            boolean first;
            try {
                first = left.is(facts);
            } catch (RuleEvaluationException e) {
                if (right.is(facts) == decisive) {
                    return decisive;
                }
                throw e;
            }
            return first == decisive ? decisive : right.is(facts);
        };
    }

    /** Of two texts, two whole numbers, or two truths: other types have rules of their own. */
    private Optional<Evaluation> equality(List<CelExpr> operands, boolean wanted) throws CelEvaluationException {
        CelType type = tree.getType(operands.get(0).id()).orElse(null);
        if (type == null
                || !COMPARED.contains(type)
                || !type.equals(tree.getType(operands.get(1).id()).orElse(null))) {
            return Optional.empty();
        }
        Evaluation left = compile(operands.get(0));
        Evaluation right = compile(operands.get(1));
        return Optional.of(facts -> left.of(facts).equals(right.of(facts)) == wanted);
    }

    private Optional<Evaluation> choice(List<CelExpr> operands) throws CelEvaluationException {
        Evaluation condition = compile(operands.get(0));
        Evaluation first = compile(operands.get(1));
        Evaluation second = compile(operands.get(2));
        return Optional.of(facts -> (condition.is(facts) ? first : second).of(facts));
    }

    private Optional<Evaluation> whole(CelExpr operand) throws CelEvaluationException {
        return isOf(SimpleType.INT, operand) ? Optional.of(compile(operand)) : Optional.empty();
    }

    /** Of two broken numbers: whole ones may overflow, and texts and lists are joined. */
    private Optional<Evaluation> arithmetic(List<CelExpr> operands, DoubleBinaryOperator operator)
            throws CelEvaluationException {
        if (!operands.stream().allMatch(operand -> isOf(SimpleType.DOUBLE, operand))) {
            return Optional.empty();
        }
        Evaluation left = compile(operands.get(0));
        Evaluation right = compile(operands.get(1));
        return Optional.of(facts -> operator.applyAsDouble((Double) left.of(facts), (Double) right.of(facts)));
    }

    private boolean isOf(CelType type, CelExpr part) {
        return tree.getType(part.id()).filter(type::equals).isPresent();
    }

    /** Of a text among texts: constant ones, or those of a variable. */
    private Optional<Evaluation> membership(CelExpr member, CelExpr list) throws CelEvaluationException {
        if (!isOf(SimpleType.STRING, member)) {
            return Optional.empty();
        }
        Evaluation text = compile(member);
        if (list.getKind() == ExprKind.Kind.LIST) {
            List<CelExpr> elements = list.list().elements();
            if (!elements.stream().allMatch(EvaluationCompiler::isText)) {
                return Optional.empty();
            }
            Set<Object> texts = elements.stream()
                    .map(element -> element.constant().stringValue())
                    .collect(Collectors.toSet());
            return Optional.of(facts -> texts.contains(text.of(facts)));
        }
        return plain(list).map(texts -> facts -> ((List<?>) texts.of(facts)).contains(text.of(facts)));
    }

    private static boolean isText(CelExpr part) {
        return part.getKind() == ExprKind.Kind.CONSTANT && part.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }

    private static Optional<Object> constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> Optional.of(constant.booleanValue());
            case INT64_VALUE -> Optional.of(constant.int64Value());
            case DOUBLE_VALUE -> Optional.of(constant.doubleValue());
            case STRING_VALUE -> Optional.of(constant.stringValue());
            case NOT_SET, NULL_VALUE, UINT64_VALUE, BYTES_VALUE, DURATION_VALUE, TIMESTAMP_VALUE -> Optional.empty();
        };
    }

    private Evaluation interpreted(CelExpr part) throws CelEvaluationException {
        CelRuntime.Program program = runtime.createProgram(
                CelAbstractSyntaxTree.newCheckedAst(part, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap()));
        return facts -> {
            try {
                return program.eval(word -> value(word, facts));
            } catch (CelEvaluationException e) {
                // Without the cause: its message may quote a fact.
                throw new RuleEvaluationException("a condition has no value: " + e.getErrorCode());
            }
        };
    }

    private Optional<Object> value(String word, Facts facts) {
        Object parameter = parameters.get(word);
        if (parameter != null) {
            return Optional.of(parameter);
        }
        return facts == null ? Optional.empty() : Optional.ofNullable(facts.value(word));
    }
}
