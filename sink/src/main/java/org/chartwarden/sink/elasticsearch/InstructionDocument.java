package org.chartwarden.sink.elasticsearch;

import java.time.Instant;
import org.chartwarden.model.Instruction;

/** Makes the document of what an officer ordered besides decisions: the newest of an id replaces the others. */
final class InstructionDocument {

    private static final String INDEX = "chartwarden-instructions";

    private InstructionDocument() {}

    /**
     * @param now for event.ingested
     * @throws IllegalArgumentException see {@link Document}
     */
    static Document of(Instruction instruction, Instant now) {
        Instant at = instruction.getAt();
        Fields fields = new Fields()
                .put("@timestamp", at)
                .put("event.id", instruction.getInstructionId())
                .put("event.kind", "event")
                .put("event.action", Names.lowerCase(instruction.getKind()))
                .put("event.ingested", now)
                .put("user.id", instruction.getUserId())
                .put("patient.id", instruction.getPatientId())
                .put("rule.id", instruction.getRuleId())
                .put("chartwarden.alert_id", instruction.getAlertId())
                .put("chartwarden.active", instruction.getActive())
                .put("chartwarden.ordered_by", instruction.getBy())
                .put("chartwarden.note", instruction.getNote())
                .put("chartwarden.address", instruction.getAddress())
                .put("chartwarden.sha256", instruction.getSha256());
        return new Document(INDEX, instruction.getInstructionId(), at.toEpochMilli(), at, fields);
    }
}
