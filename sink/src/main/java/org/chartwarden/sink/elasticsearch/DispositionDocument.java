package org.chartwarden.sink.elasticsearch;

import java.time.Instant;
import org.chartwarden.model.Disposition;

/** Makes the document of an officer's decision. */
final class DispositionDocument {

    private static final String INDEX = "chartwarden-dispositions";

    /** A decision is never revised: who decides otherwise makes another one. */
    private static final int VERSION = 1;

    private DispositionDocument() {}

    /**
     * @param now for event.ingested
     * @throws IllegalArgumentException see {@link Document}
     */
    static Document of(Disposition disposition, Instant now) {
        Fields fields = new Fields()
                .put("@timestamp", disposition.getDecidedAt())
                .put("event.id", disposition.getDispositionId())
                .put("event.kind", "event")
                .put("event.ingested", now)
                .put("rule.id", disposition.getRuleId())
                .put("user.id", disposition.getUserId())
                .put("patient.id", disposition.getPatientId())
                .put("chartwarden.alert_id", disposition.getAlertId())
                .put("chartwarden.decision", Names.lowerCase(disposition.getDecision()))
                .put("chartwarden.decided_by", disposition.getDecidedBy())
                .put("chartwarden.note", disposition.getNote())
                .put("chartwarden.silences", Names.lowerCase(disposition.getSilences()))
                .put("chartwarden.silent_from", disposition.getSilentFrom())
                .put("chartwarden.silent_until", disposition.getSilentUntil())
                .put("chartwarden.department_ids", disposition.getDepartmentIds());
        return new Document(INDEX, disposition.getDispositionId(), VERSION, disposition.getDecidedAt(), fields);
    }
}
