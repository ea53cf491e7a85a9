package org.chartwarden.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Holds docs/rules.md against the rule files; with {@code -Drules.page=renew} it writes the page first. */
class RulesPageTest {

    private static final String COMMAND = "mvn -q -pl schemas,streams test -Dtest=RulesPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Drules.page=renew";

    @Test
    void shouldSayWhatTheRuleFilesSay() throws IOException {
        String expected = RulesPage.text();
        if ("renew".equals(System.getProperty("rules.page"))) {
            Files.writeString(RulesPage.FILE, expected);
        }

        assertThat(Files.readString(RulesPage.FILE))
                .as("docs/rules.md is stale; this renews it: %s", COMMAND)
                .isEqualTo(expected);
    }
}
