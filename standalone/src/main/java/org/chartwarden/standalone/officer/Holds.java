package org.chartwarden.standalone.officer;

import java.util.Comparator;
import java.util.List;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.InstructionKind;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.check.TopicReader;
import org.chartwarden.topic.Topics;

/** The legal holds on record. */
public final class Holds {

    private Holds() {}

    /** Those in force, the oldest first. */
    public static List<Instruction> inForce(Settings settings) {
        return new TopicReader(settings)
                .newest(Topics.INSTRUCTIONS).values().stream()
                        .filter(instruction -> instruction.getKind() == InstructionKind.LEGAL_HOLD)
                        .filter(Instruction::getActive)
                        .sorted(Comparator.comparing(Instruction::getAt))
                        .toList();
    }

    /** Whether one is in force on this. */
    public static boolean isInForce(Settings settings, HoldSubject subject) {
        return inForce(settings).stream().map(HoldSubject::of).anyMatch(subject::equals);
    }
}
