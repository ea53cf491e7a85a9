package org.chartwarden.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Outcome;
import org.chartwarden.serde.TrustedClasses;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final String HABIT = "Users with the user's department and role habitually open such records"
            + " (30 of 100 patients, 30 %, by 6 users)";

    static {
        TrustedClasses.ensure();
    }

    @Test
    void shouldTellOfAReasonThatIsTooWeak() {
        ExplainedAccess access = access(false);

        List<String> mitigations = Facts.of(access, ZoneOffset.UTC).mitigations();

        assertThat(mitigations).containsExactly("Too weak to account for it alone: " + HABIT);
    }

    @Test
    void shouldTellOfTheReasonsOfAnExplainedAccess() {
        ExplainedAccess access = access(true);

        List<String> mitigations = Facts.of(access, ZoneOffset.UTC).mitigations();

        assertThat(mitigations).containsExactly("Accounts for an access: " + HABIT);
    }

    private static ExplainedAccess access(boolean explained) {
        AccessEvent access = AccessEvent.newBuilder()
                .setEventId("a1")
                .setTime(NOW)
                .setReceivedAt(NOW)
                .setAction(Action.R)
                .setCategory(AccessCategory.RECORD)
                .setOutcome(Outcome.SUCCESS)
                .build();
        return ExplainedAccess.newBuilder()
                .setAccess(access)
                .setExplained(explained)
                .setExplanations(List.of(new Explanation("learned-habit", 0.21, HABIT, List.of())))
                .build();
    }
}
