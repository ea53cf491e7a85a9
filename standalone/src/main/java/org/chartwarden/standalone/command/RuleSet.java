package org.chartwarden.standalone.command;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.sink.search.RuleCounts;
import org.chartwarden.streams.rule.RulePack;
import picocli.CommandLine.Mixin;

/** The rules that judge, and what became of their alerts. */
final class RuleSet {

    @Mixin
    private Where where;

    Where where() {
        return where;
    }

    /** The built-in rules and the site's own. */
    RulePack rules() {
        return RulePack.load(where.ruleFolder());
    }

    /**
     * By the rule's id; a rule that never fired is not in it.
     *
     * @return empty when no system runs
     */
    Optional<Map<String, RuleCounts>> counts() throws IOException {
        Optional<Settings> settings = where.settingsIfRunning();
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        try (AuditSearch search = AuditSearch.open(settings.get())) {
            return Optional.of(search.ruleCounts());
        }
    }
}
