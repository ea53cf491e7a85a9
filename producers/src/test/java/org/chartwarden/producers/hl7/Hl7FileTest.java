package org.chartwarden.producers.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.producers.source.RawRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Hl7FileTest {

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n"})
    void shouldCutMessagesWhateverEndsTheirLines(String end) throws IOException {
        String file =
                String.join(end, "FHS|^~\\&", "BHS|^~\\&", "MSH|1", "PID|1", "", "MSH|2", "PID|2", "BTS|2", "FTS|1");

        assertThat(cut(file, 100)).isEqualTo(List.of("line 3: MSH|1\rPID|1\r", "line 5: MSH|2\rPID|2\r"));
    }

    @Test
    void shouldPassOverMarksOfMllp() throws IOException {
        String file = "\u000bMSH|1\rPID|1\r\u001c\r\u000bMSH|2\r\u001c\r";

        assertThat(cut(file, 100)).isEqualTo(List.of("line 1: MSH|1\rPID|1\r", "line 3: MSH|2\r"));
    }

    @Test
    void shouldKeepWhatStandsBeforeTheFirstMessage() throws IOException {
        assertThat(cut("hello\nMSH|1", 100)).isEqualTo(List.of("line 1: hello\r", "line 2: MSH|1\r"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "FHS|\rFTS|"})
    void shouldFindNothingInEmptyFile(String file) throws IOException {
        assertThat(cut(file, 100)).isEmpty();
    }

    @Test
    void shouldGiveUpLongMessageInPartsAndGoOn() throws IOException {
        assertThat(cut("MSH|1\rOBX|1\rOBX|2\rOBX|3\rMSH|2", 12))
                .isEqualTo(List.of(
                        "line 1, part 1: MSH|1\rOBX|1\r!", "line 3, part 2: OBX|2\rOBX|3\r!", "line 5: MSH|2\r"));
    }

    @Test
    void shouldGiveUpLongLineInPartsAndGoOn() throws IOException {
        List<String> records = cut("MSH|1\rOBX|MSH5678901234567890123456\rMSH|2", 10);

        assertThat(records.subList(0, records.size() - 1)).allMatch(record -> record.endsWith("!"));
        assertThat(String.join("", records).replaceAll("line \\d, part \\d: |[\r!]", ""))
                .isEqualTo("MSH|1OBX|MSH5678901234567890123456line 3: MSH|2");
    }

    @Test
    void shouldSayWhyLongMessageIsGivenUp() throws IOException {
        RawRecord record = new Hl7File(stream("MSH|1\rOBX|1\rOBX|2"), 12).next();

        assertThat(record.refusal()).hasMessage("The message is longer than 12 bytes");
    }

    /** Of each, position and bytes, and a mark when it cannot be read. */
    private static List<String> cut(String text, int limit) throws IOException {
        Hl7File file = new Hl7File(stream(text), limit);
        List<String> records = new ArrayList<>();
        for (RawRecord record = file.next(); record != null; record = file.next()) {
            String bytes = new String(record.bytes(), StandardCharsets.ISO_8859_1);
            records.add(record.position() + ": " + bytes + (record.refusal() == null ? "" : "!"));
        }
        return records;
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
