package org.chartwarden.producers.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.Patient;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergesTest {

    private static final Instant MERGED = Instant.parse("2026-03-07T08:59:00Z");

    @Test
    void shouldReplaceEachPriorRecordAndLeaveItsSurvivorAlone() throws Refusal {
        List<Outgoing<?>> records = Hl7Samples.read(Hl7Samples.sample("adt-a40"));

        assertThat(records)
                .extracting(Outgoing::value)
                .isEqualTo(List.of(replaced("11111", "12345"), replaced("778", "777")));
        assertThat(records).extracting(Outgoing::key).isEqualTo(List.of("11111", "778"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A18", "A34", "A36", "A40", "A47"})
    void shouldKnowAllMergesOfRecords(String event) throws Refusal {
        assertThat(Hl7Samples.read(Hl7Samples.adt(event, "PID|||1\nMRG|2")))
                .extracting(Outgoing::key)
                .isEqualTo(List.of("2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PID,,,1;MRG,1 | MRG-1 is the same record as PID-3; a record cannot replace itself",
                "PID,,,1;PID,,,2;MRG,3 | MRG is missing; this type of message requires the segment",
                "MRG,3 | PID is missing; this type of message requires the segment",
                "PID,,,1;MRG,2;PID,,,3;MRG,,4"
                        + " | MRG(2)-1 has no identifier of the type MR, which the setting hl7.patient.identifier asks for",
            })
    void shouldRefuseMergeThatIsNotClear(String segments, String message) {
        byte[] merge = Hl7Samples.adt("A40", segments.replace(';', '\n').replace(',', '|'));

        assertThat(Hl7Samples.refusal(merge)).hasMessage(message);
    }

    private static Patient replaced(String id, String by) {
        return Patient.newBuilder()
                .setPatientId(id)
                .setReplacedBy(by)
                .setVipTold(false)
                .setUpdatedAt(MERGED)
                .build();
    }
}
