package org.chartwarden.streams.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.chartwarden.model.RuleText;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.streams.rule.Rule;
import org.chartwarden.streams.rule.RulePack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleTextsTest {

    static {
        TrustedClasses.ensure();
    }

    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String ID = "vip-without-explanation";

    @TempDir
    private Path folder;

    @Test
    void shouldKeepTheFileOfABuiltInRule() {
        Rule rule = rule(RulePack.builtIn());

        RuleText text = RuleTexts.of(rule, CLOCK);

        assertThat(text.getText()).isEqualTo(rule.source()).contains("id: " + ID);
        assertThat(text.getVersion()).isEqualTo(rule.version());
        assertThat(text.getSince()).isEqualTo(NOW);
        assertThat(text.getSha256()).hasSize(64);
        assertThat(text.getRuleTextId())
                .isEqualTo(ID + "@" + rule.version() + "@" + text.getSha256().substring(0, 12));
    }

    @Test
    void shouldKeepWhatASiteChangedBesideWhatItChanged() throws IOException {
        Rule builtIn = rule(RulePack.builtIn());
        String override = "override: " + ID + "\nseverity: low\n";
        Files.writeString(folder.resolve("mine.yaml"), override);

        RuleText text = RuleTexts.of(rule(RulePack.load(Optional.of(folder))), CLOCK);

        assertThat(text.getText()).isEqualTo(builtIn.source().stripTrailing() + "\n---\n" + override);
        assertThat(text.getRuleTextId())
                .isNotEqualTo(RuleTexts.of(builtIn, CLOCK).getRuleTextId())
                .startsWith(ID + "@" + builtIn.version() + "@");
    }

    private static Rule rule(RulePack pack) {
        return pack.rules().stream()
                .filter(each -> each.id().equals(ID))
                .findFirst()
                .orElseThrow();
    }
}
