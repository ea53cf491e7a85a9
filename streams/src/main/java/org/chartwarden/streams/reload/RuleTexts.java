package org.chartwarden.streams.reload;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.chartwarden.model.RuleText;
import org.chartwarden.streams.rule.Rule;

/** The text of a rule, as evidence for the alerts that it raises. */
final class RuleTexts {

    private static final int DIGITS_IN_ID = 12;

    private RuleTexts() {}

    static RuleText of(Rule rule, Clock clock) {
        String sha256 = sha256(rule.source());
        return RuleText.newBuilder()
                .setRuleTextId(rule.id() + "@" + rule.version() + "@" + sha256.substring(0, DIGITS_IN_ID))
                .setRuleId(rule.id())
                .setVersion(rule.version())
                .setName(rule.identity().name())
                .setText(rule.source())
                .setSha256(sha256)
                .setSince(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
