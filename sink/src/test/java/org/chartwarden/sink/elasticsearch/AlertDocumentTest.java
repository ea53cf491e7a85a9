package org.chartwarden.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldWriteEveryFieldOfAnAlertTwice() throws IOException {
        List<Document> documents = AlertDocument.of(Samples.fullAlert(), Samples.NOW);

        JsonNode expected = JSON.readTree("""
                {
                  "@timestamp": "2026-01-31T11:00:00.000Z",
                  "event": {
                    "id": "a1", "kind": "alert", "start": "2026-01-31T10:00:00.000Z",
                    "end": "2026-01-31T11:00:00.000Z", "risk_score": 73, "ingested": "2026-02-01T00:00:00.123Z"
                  },
                  "rule": {
                    "id": "vip-without-explanation", "name": "VIP record opened without explanation", "version": "4"
                  },
                  "user": {"id": "u1", "full_name": "Jane Doe"},
                  "patient": {"id": "p1"},
                  "chartwarden": {
                    "revision": 2, "status": "open", "subject": "patient",
                    "provisional_until": "2026-02-01T12:00:00.000Z", "opened_at": "2026-02-01T12:00:01.000Z",
                    "explained_because": ["An encounter in Oncology"], "decision": "documentation_gap",
                    "disposition_id": "decision-1", "decided_at": "2026-02-02T09:00:00.000Z",
                    "involved_user_ids": ["u1", "u3"], "severity": "high", "event_count": 2,
                    "event_ids": ["e1", "e2"], "reasons": ["never treated this patient"],
                    "mitigations": ["same floor"], "mails": true,
                    "department_ids": ["d1"], "department_names": ["Oncology"]
                  }
                }
                """);
        assertThat(documents).hasSize(2);
        for (Document document : documents) {
            assertThat(JSON.readTree(document.fields().toJson())).isEqualTo(expected);
        }
    }

    @Test
    void shouldReplaceTheAlertButKeepEachRevision() {
        List<Document> documents = AlertDocument.of(Samples.fullAlert(), Samples.NOW);

        assertThat(documents)
                .extracting(Document::index, Document::id, Document::version)
                .containsExactly(
                        tuple("chartwarden-alerts", "a1", 2L), tuple("chartwarden-alert-revisions", "a1@2", 1L));
    }
}
