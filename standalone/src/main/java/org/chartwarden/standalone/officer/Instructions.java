package org.chartwarden.standalone.officer;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.InstructionKind;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.search.FoundAlert;
import org.chartwarden.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what officers order, besides deciding alerts. */
public final class Instructions {

    private static final Logger LOG = LoggerFactory.getLogger(Instructions.class);

    private Instructions() {}

    /**
     * An instruction without its subject yet.
     *
     * @param subject what it is about, in one text: the same kind and subject is the same instruction
     * @param by user id of the officer
     * @throws IllegalArgumentException when nobody is named
     */
    public static Instruction.Builder begin(InstructionKind kind, String subject, String by, Instant now) {
        if (by.isBlank()) {
            throw new IllegalArgumentException("The officer who orders it must be named.");
        }
        UUID id = UUID.nameUUIDFromBytes((kind + "\n" + subject).getBytes(StandardCharsets.UTF_8));
        return Instruction.newBuilder()
                .setInstructionId(id.toString())
                .setKind(kind)
                .setBy(by)
                .setAt(now.truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * A recipient gets no more mails about the alerts of a rule.
     *
     * @throws IllegalArgumentException when nobody is named, or the address is none
     */
    public static Instruction unsubscription(String rule, String address, String by, Instant now) {
        String bare = bare(address);
        return begin(InstructionKind.UNSUBSCRIBE, rule + "\n" + bare.toLowerCase(Locale.ROOT), by, now)
                .setRuleId(rule)
                .setAddress(bare)
                .build();
    }

    /**
     * The employee of an alert gets a notice.
     *
     * @throws IllegalArgumentException when nobody is named, the address is none, or the alert is about no one employee
     *     or was explained
     */
    public static Instruction courtesy(FoundAlert alert, String address, String by, Instant now) {
        if (alert.userId().isEmpty()) {
            throw new IllegalArgumentException("This alert is about no one employee, so there is nobody to write to.");
        }
        if (alert.status().equals("explained")) {
            throw new IllegalArgumentException("Paperwork has explained this alert: there is nothing to remind of.");
        }
        return begin(InstructionKind.COURTESY_NOTICE, alert.alertId(), by, now)
                .setAlertId(alert.alertId())
                .setUserId(alert.userId().get())
                .setAddress(bare(address))
                .build();
    }

    private static String bare(String address) {
        String stripped = address.strip();
        try {
            if (new InternetAddress(stripped, true).getAddress().equals(stripped)) {
                return stripped;
            }
        } catch (AddressException e) {
            LOG.debug("not an address", e);
        }
        throw new IllegalArgumentException("The address must be one bare address, name@host.");
    }

    /** Returns when Kafka has acknowledged it. */
    public static void write(Settings settings, Instruction instruction) throws InterruptedException {
        OfficerRecords.write(settings, Topics.INSTRUCTIONS, instruction.getInstructionId(), instruction);
    }
}
