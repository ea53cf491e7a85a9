package org.chartwarden.standalone.officer;

import java.time.Instant;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.InstructionKind;

/**
 * What a legal hold is about.
 *
 * @param id of the user, the patient or the alert
 */
public record HoldSubject(Kind kind, String id) {

    /** What can be held. */
    public enum Kind {
        USER,
        PATIENT,
        ALERT
    }

    /** @throws IllegalArgumentException when the id is blank */
    public HoldSubject {
        if (id.isBlank()) {
            throw new IllegalArgumentException("What is to be held must be named.");
        }
    }

    /** What a hold that is on record is about. */
    public static HoldSubject of(Instruction hold) {
        if (hold.getUserId() != null) {
            return new HoldSubject(Kind.USER, hold.getUserId());
        }
        return hold.getPatientId() != null
                ? new HoldSubject(Kind.PATIENT, hold.getPatientId())
                : new HoldSubject(Kind.ALERT, hold.getAlertId());
    }

    /**
     * The instruction: one and the same for a subject, however often it is given and taken back.
     *
     * @param active false when the hold is taken back
     * @param by user id of the officer
     * @param note the officer's words, or null
     * @throws IllegalArgumentException when nobody is named
     */
    public Instruction instruction(boolean active, String by, String note, Instant now) {
        Instruction.Builder hold = Instructions.begin(InstructionKind.LEGAL_HOLD, kind + "\n" + id, by, now)
                .setActive(active)
                .setNote(note);
        switch (kind) {
            case USER -> hold.setUserId(id);
            case PATIENT -> hold.setPatientId(id);
            case ALERT -> hold.setAlertId(id);
        }
        return hold.build();
    }
}
