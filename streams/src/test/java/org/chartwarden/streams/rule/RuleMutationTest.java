package org.chartwarden.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Breaks each built-in rule in one place after the other; each time one of its examples must notice. */
class RuleMutationTest {

    @TestFactory
    Stream<DynamicNode> shouldFailAnExampleWhenBroken() {
        return RulePack.builtIn().rules().stream()
                .map(rule -> dynamicContainer(
                        rule.id(),
                        Mutants.of(rule).entrySet().stream()
                                .map(mutant -> dynamicTest(
                                        mutant.getKey(),
                                        () -> assertThat(rule.examples())
                                                .as("examples of %s, broken: %s", rule.id(), mutant.getKey())
                                                .anyMatch(example -> ExampleRun.fires(mutant.getValue(), example)
                                                        != example.fires())))));
    }
}
