package org.chartwarden.sink.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExportLinesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldExportAnAccessWithItsKeysInOrder() throws IOException {
        assertThat(ExportLines.access(source("""
                {"@timestamp":"2026-01-31T10:00:00.000Z","event":{"id":"e1","action":"R"},"user":{"id":"u1"},
                 "patient":{"id":"p1"},"rule":{"id":["r1"]},"chartwarden":{"explained":true,"explanations":[
                 {"reason":"x","strength":0.5,"text":"why","evidence_ids":["Encounter/1"]}]}}"""))).isEqualTo("""
                {"eventId":"e1","time":"2026-01-31T10:00:00.000Z","userId":"u1","patientId":"p1","action":"R",\
                "explained":true,"explanations":[{"reason":"x","strength":0.5,"text":"why",\
                "evidenceIds":["Encounter/1"]}],"rules":["r1"]}""");
    }

    @Test
    void shouldExportAnAccessOfWhichLittleIsKnownWithAllKeys() throws IOException {
        assertThat(ExportLines.access(source("""
                {"@timestamp":"2026-01-31T10:00:00.000Z","event":{"id":"e1","action":"E"},
                 "chartwarden":{"explained":false}}"""))).isEqualTo("""
                {"eventId":"e1","time":"2026-01-31T10:00:00.000Z","userId":null,"patientId":null,"action":"E",\
                "explained":false,"explanations":[],"rules":[]}""");
    }

    @Test
    void shouldExportAnAlertWithItsKeysInOrder() throws IOException {
        assertThat(ExportLines.alert(source("""
                {"@timestamp":"2026-01-31T11:00:00.000Z","event":{"id":"a1","start":"2026-01-31T10:00:00.000Z",
                 "end":"2026-01-31T11:00:00.000Z","risk_score":73},"rule":{"id":"r1","version":"4"},
                 "user":{"id":"u1"},"chartwarden":{"revision":2,"status":"open","severity":"high",
                 "subject":"user","event_ids":["e1","e2"],"reasons":["why"]}}"""))).isEqualTo("""
                {"alertId":"a1","revision":2,"status":"open","severity":"high","riskScore":73,"rule":"r1",\
                "ruleVersion":4,"userId":"u1","patientId":null,"firstEventTime":"2026-01-31T10:00:00.000Z",\
                "lastEventTime":"2026-01-31T11:00:00.000Z","eventIds":["e1","e2"],"reasons":["why"],\
                "subject":"user","involvedUserIds":[],"explainedBecause":[],"decision":null,"dispositionId":null}""");
    }

    private static ObjectNode source(String json) throws IOException {
        return (ObjectNode) JSON.readTree(json);
    }
}
