package org.chartwarden.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs each example of each built-in rule as a test of its own. */
class RuleExamplesTest {

    @TestFactory
    Stream<DynamicNode> shouldDoAsTheExampleSays() {
        return RulePack.builtIn().rules().stream()
                .map(rule -> dynamicContainer(
                        rule.id(),
                        rule.examples().stream()
                                .map(example -> dynamicTest(
                                        (example.fires() ? "fires: " : "silent: ") + example.name(),
                                        () -> assertThat(ExampleRun.fires(rule, example))
                                                .isEqualTo(example.fires())))));
    }
}
