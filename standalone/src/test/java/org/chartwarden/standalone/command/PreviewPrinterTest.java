package org.chartwarden.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.chartwarden.model.Patient;
import org.chartwarden.producers.ingest.Preview.Shown;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.standalone.terminal.Terminal;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.Test;

class PreviewPrinterTest {

    static {
        TrustedClasses.ensure();
    }

    @Test
    void shouldShowWhatTheRecordSays() {
        assertThat(printed("pat-1")).isEqualTo("""
                a.csv, row 1 -> ehr.patients
                  patientId          pat-1
                  vip                true
                  vipTold            true
                  securityLabels     [VIP]
                  deceased           false

                """);
    }

    @Test
    void shouldNotLetContentSteerTheTerminal() {
        assertThat(printed("a\u001b[31m\u009b2J\u202eb")).contains("  patientId          a?[31m?2J?b\n");
    }

    @Test
    void shouldCutLongValues() {
        assertThat(printed("x".repeat(300))).contains("  patientId          " + "x".repeat(200) + "...\n");
    }

    private static String printed(String patientId) {
        Patient patient = Patient.newBuilder()
                .setPatientId(patientId)
                .setVip(true)
                .setSecurityLabels(List.of("VIP"))
                .build();
        StringWriter text = new StringWriter();
        PreviewPrinter.print(
                new Shown(new Origin("a.csv", "row 1"), new Outgoing<>(Topics.PATIENTS, patientId, patient)),
                new Terminal(new PrintWriter(text)));
        return text.toString();
    }
}
