package org.chartwarden.sink.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.chartwarden.model.Decision;
import org.junit.jupiter.api.Test;

class RuleCountsTest {

    @Test
    void shouldConfirmByTheThreeViolationsOnly() {
        assertThat(Arrays.stream(Decision.values()).filter(RuleCounts::confirms))
                .containsExactly(
                        Decision.VIOLATION_UNINTENTIONAL, Decision.VIOLATION_CURIOSITY, Decision.VIOLATION_MALICIOUS);
    }

    @Test
    void shouldDismissWhatWasAppropriateOrNoCaseOfItsOwn() {
        assertThat(Arrays.stream(Decision.values()).filter(RuleCounts::dismisses))
                .containsExactly(Decision.APPROPRIATE, Decision.DOCUMENTATION_GAP, Decision.DUPLICATE);
    }
}
