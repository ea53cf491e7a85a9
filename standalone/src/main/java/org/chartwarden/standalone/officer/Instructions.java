package org.chartwarden.standalone.officer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.InstructionKind;
import org.chartwarden.settings.Settings;
import org.chartwarden.topic.Topics;

/** Writes what officers order, besides deciding alerts. */
public final class Instructions {

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

    /** Returns when Kafka has acknowledged it. */
    public static void write(Settings settings, Instruction instruction) throws InterruptedException {
        OfficerRecords.write(settings, Topics.INSTRUCTIONS, instruction.getInstructionId(), instruction);
    }
}
