package org.chartwarden.streams.rule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chartwarden.streams.rule.Detection.Whose;
import org.chartwarden.yaml.Fields;

/** Reads on which accesses a rule fires. */
final class DetectionReader {

    private static final int MOST_SIGMAS = 100;
    private static final int HIGHEST_SUM = 1_000_000;
    private static final int FEWEST_STEPS = 2;
    private static final int MOST_STEPS = 5;

    private final Fields rule;
    private final Expressions expressions;

    DetectionReader(Fields rule, Expressions expressions) {
        this.rule = rule;
        this.expressions = expressions;
    }

    /** Empty when there were problems, which are then reported. */
    Optional<Detection> read() {
        return rule.choice("kind", Kind.class).flatMap(kind -> {
            kind.refuseOthers(rule);
            return switch (kind) {
                case MATCH -> where().map(Detection.Match::new);
                case THRESHOLD -> rule.has("baseline") ? baseline() : threshold();
                case SEQUENCE -> sequence();
                case FIRST_SEEN -> firstSeen();
                case ACCUMULATE -> accumulate();
            };
        });
    }

    private Optional<Expression<Boolean>> where() {
        return expressions.required(rule, "where", Boolean.class);
    }

    private Optional<Detection> threshold() {
        Optional<Expression<Boolean>> where = where();
        Optional<Measure> measure = measure();
        Optional<Expression<String>> per = expressions.optional(rule, "per", String.class);
        Optional<Expression<Boolean>> except = expressions.optional(rule, "except", Boolean.class);
        Optional<Integer> moreThan = expressions.whole(rule, "moreThan", Detection.MOST_OBSERVATIONS - 1);
        Optional<Duration> within = rule.duration("within");
        if (rule.has("except") && !rule.has("distinct")) {
            rule.problem("except", "is only allowed with distinct: it takes a value out of the count");
        }
        return complete(
                Stream.of(where, measure, moreThan, within),
                () -> new Detection.Threshold(
                        where.orElseThrow(),
                        measure.orElseThrow(),
                        per,
                        except,
                        moreThan.orElseThrow(),
                        within.orElseThrow()));
    }

    private Optional<Measure> measure() {
        List<String> told =
                Stream.of("count", "distinct", "run").filter(rule::has).toList();
        if (told.size() != 1) {
            rule.problem("kind", "threshold must have exactly one of count, distinct, run");
            return Optional.empty();
        }
        return switch (told.get(0)) {
            case "count" -> rule.flag("count").flatMap(this::count);
            case "distinct" ->
                expressions.required(rule, "distinct", String.class).map(Measure.Distinct::new);
            default -> expressions.required(rule, "run", Long.class).map(Measure.Run::new);
        };
    }

    private Optional<Measure> count(boolean flag) {
        if (!flag) {
            rule.problem("count", "must be true, or not be there");
        }
        return Optional.of(new Measure.Count());
    }

    private Optional<Detection> baseline() {
        Stream.of("per", "except", "moreThan", "within", "run")
                .filter(rule::has)
                .forEach(key -> rule.problem(key, "is not allowed beside baseline"));
        Optional<Expression<Boolean>> where = where();
        Optional<Measure> measure = measure();
        return rule.map("baseline", List.of("of", "sigmas", "atLeast", "learning"))
                .flatMap(baseline -> baseline(baseline, where, measure));
    }

    private Optional<Detection> baseline(
            Fields baseline, Optional<Expression<Boolean>> where, Optional<Measure> measure) {
        Optional<Whose> of = baseline.choice("of", Whose.class);
        Optional<Double> sigmas = expressions.number(baseline, "sigmas", MOST_SIGMAS);
        Optional<Integer> atLeast = expressions.whole(baseline, "atLeast", HIGHEST_SUM);
        Optional<Duration> learning = of.filter(whose -> whose == Whose.PEERS).isPresent() && !baseline.has("learning")
                ? Optional.of(Duration.ZERO)
                : baseline.duration("learning");
        return complete(
                Stream.of(where, measure, of, sigmas, atLeast, learning),
                () -> new Detection.Baseline(
                        where.orElseThrow(),
                        measure.orElseThrow(),
                        of.orElseThrow(),
                        sigmas.orElseThrow(),
                        atLeast.orElseThrow(),
                        learning.orElseThrow()));
    }

    private Optional<Detection> sequence() {
        List<Fields> told = rule.maps("steps", List.of("where"));
        if (told.size() < FEWEST_STEPS || told.size() > MOST_STEPS) {
            rule.problem("steps", "must be a list of %d to %d steps".formatted(FEWEST_STEPS, MOST_STEPS));
        }
        List<Optional<Expression<Boolean>>> steps = told.stream()
                .map(step -> expressions.required(step, "where", Boolean.class))
                .toList();
        Optional<Expression<String>> per = expressions.optional(rule, "per", String.class);
        Optional<Duration> within = rule.duration("within");
        return complete(
                Stream.concat(steps.stream(), Stream.of(within)),
                () -> new Detection.Sequence(
                        steps.stream().map(Optional::orElseThrow).toList(), per, within.orElseThrow()));
    }

    private Optional<Detection> firstSeen() {
        Optional<Expression<Boolean>> where = where();
        Optional<Expression<String>> value = expressions.required(rule, "value", String.class);
        Optional<Expression<Boolean>> among = expressions.optional(rule, "among", Boolean.class);
        Optional<Duration> learning = rule.duration("learning");
        Optional<Duration> forget = rule.duration("forget");
        return complete(
                Stream.of(where, value, learning, forget),
                () -> new Detection.FirstSeen(
                        where.orElseThrow(), value.orElseThrow(), among, learning.orElseThrow(), forget.orElseThrow()));
    }

    private Optional<Detection> accumulate() {
        Optional<Expression<Boolean>> where = where();
        Optional<Expression<Number>> weight = expressions.required(rule, "weight", Number.class);
        Optional<Expression<String>> once = expressions.optional(rule, "once", String.class);
        Optional<Duration> halfLife = rule.duration("halfLife");
        Optional<Integer> moreThan = expressions.whole(rule, "moreThan", HIGHEST_SUM);
        return complete(
                Stream.of(where, weight, halfLife, moreThan),
                () -> new Detection.Accumulate(
                        where.orElseThrow(),
                        weight.orElseThrow(),
                        once,
                        halfLife.orElseThrow(),
                        moreThan.orElseThrow()));
    }

    /** What was read, when all of its parts were. */
    private static Optional<Detection> complete(Stream<Optional<?>> parts, Supplier<Detection> whole) {
        return parts.allMatch(Optional::isPresent) ? Optional.of(whole.get()) : Optional.empty();
    }
}
