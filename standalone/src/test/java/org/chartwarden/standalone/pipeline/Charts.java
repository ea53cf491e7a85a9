package org.chartwarden.standalone.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.chartwarden.producers.ingest.Ingest;
import org.chartwarden.producers.ingest.IngestReport;
import org.chartwarden.service.Counters;
import org.chartwarden.service.ServiceEndpoint;
import org.chartwarden.settings.Settings;

/** Opens charts, one AuditEvent each, a second apart: all of them yesterday at noon, so that a day's alert is one. */
final class Charts {

    private static final String AUDIT_EVENT = """
            {"resourceType": "AuditEvent", "type": {"code": "rest"}, "subtype": [{"code": "read"}], "action": "R",
             "recorded": "%s", "outcome": "0",
             "agent": [{"who": {"reference": "Practitioner/%s"}, "requestor": true}],
             "source": {"observer": {"reference": "Device/ehr-server"}},
             "entity": [
              {"what": {"reference": "Patient/%s"}, "role": {"code": "1"},
               "type": {"system": "http://terminology.hl7.org/CodeSystem/audit-entity-type", "code": "1"}},
              {"what": {"reference": "Observation/o1"}, "role": {"code": "4"},
               "type": {"system": "http://terminology.hl7.org/CodeSystem/audit-entity-type", "code": "2"}}]}
            """.replace("\n", "");

    private static final String VIP = """
            {"resourceType": "Patient", "id": "%s",
             "meta": {"security": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "VIP"}]}}
            """.replace("\n", "");

    private final Settings settings;
    private Instant next =
            LocalDate.now(ZoneOffset.UTC).minusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);

    Charts(Settings settings) {
        this.settings = settings;
    }

    /** Puts a patient on the watch list. */
    void watch(String patient) throws IOException {
        try (Ingest ingest = ingest()) {
            requireProduced(ingest.context(stream(VIP.formatted(patient)), "test"));
        }
    }

    /** The user reads an observation of the patient. */
    void open(String user, String patient) throws IOException {
        next = next.plusSeconds(1);
        try (Ingest ingest = ingest()) {
            requireProduced(ingest.audit(stream(AUDIT_EVENT.formatted(next, user, patient)), "test"));
        }
    }

    private Ingest ingest() {
        return Ingest.open(settings, new Counters(ServiceEndpoint.newMeters()));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void requireProduced(IngestReport report) {
        if (!report.equals(new IngestReport(1, 1, 0, 0))) {
            throw new AssertionError("one record should have been produced: " + report);
        }
    }
}
