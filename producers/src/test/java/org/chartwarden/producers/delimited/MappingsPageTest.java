package org.chartwarden.producers.delimited;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RawRecord;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;

/** docs/mappings.md says what is so. */
class MappingsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "mappings.md");

    @Test
    void shouldReadTheWorkedExampleAsThePageSays() throws IOException, Refusal {
        DelimitedFeed feed = Given.feed(Given.mapping(block("```yaml\n")));
        RecordFile file = feed.open(new ByteArrayInputStream(block("```\n").getBytes(Charset.forName("windows-1252"))));
        RecordReader reader = feed.reader(file.header(), Given.WRITTEN);

        List<String> accesses = new ArrayList<>();
        for (RawRecord row = file.next(); row != null; row = file.next()) {
            for (Outgoing<?> outgoing : reader.read(row.bytes())) {
                AccessEvent access = (AccessEvent) outgoing.value();
                accesses.add(access.getTime() + " " + access.getUserId() + " " + access.getUserName() + " "
                        + access.getPatientId() + " " + access.getCategory());
            }
        }

        assertThat(accesses)
                .containsExactly(
                        "2026-03-04T07:15:00Z 1042 Müller, Eva 4711 RECORD",
                        "2026-03-04T07:16:00Z 1042 Müller, Eva 4711 EXPORT");
    }

    @Test
    void shouldNameEveryReadyMappingAndEveryFieldAndKey() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Mappings.READY).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
        assertThat(FormatReader.KEYS).allSatisfy(key -> assertThat(page).contains("| `" + key + "` |"));
        for (Kind kind : Kind.values()) {
            assertThat(kind.fields())
                    .allSatisfy(field -> assertThat(page).containsPattern("`" + field + "(: false)?`"));
        }
    }

    private static String block(String fence) throws IOException {
        String page = Files.readString(PAGE);
        String[] blocks = page.split("(?<=\n)(?=```)");
        return Stream.of(blocks)
                .filter(block -> block.startsWith(fence))
                .findFirst()
                .map(block -> block.substring(fence.length()))
                .orElseThrow();
    }
}
