package org.chartwarden.producers.delimited;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.MemoryOutput;
import org.chartwarden.producers.ingest.FileTransfer;
import org.chartwarden.producers.ingest.IngestReport;
import org.chartwarden.producers.ingest.TransferListener;
import org.chartwarden.producers.source.Outgoing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dead letter keeps so that its corrected row says what its file would have said. */
class GivenUpRowTest {

    private static final Instant WRITTEN = Instant.parse("2026-02-01T06:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void shouldKeepSinceWhenARowOfContextHolds() throws Exception {
        DelimitedFeed feed = Given.feed(Given.ready("workforce-changes"));

        DeadLetter letter = givenUp(feed, "userId,familyName,active\nu1,Example,perhaps\n");

        assertThat(letter.getAsOf()).isEqualTo(WRITTEN);
        List<Outgoing<?>> corrected = feed.reader(letter.getHeader().array(), letter.getAsOf())
                .read("u1,Example,true".getBytes(StandardCharsets.UTF_8));
        assertThat(corrected)
                .singleElement()
                .extracting(Outgoing::value)
                .isInstanceOfSatisfying(
                        WorkforceMember.class,
                        member -> assertThat(member.getUpdatedAt()).isEqualTo(WRITTEN));
    }

    @Test
    void shouldKeepNoTimeOfAnAccessWhichTellsItsOwn() throws Exception {
        DeadLetter letter = givenUp(Given.feed(Given.ready("access-log")), "time,userId,patientId,action\n,u1,p1,R\n");

        assertThat(letter.getAsOf()).isNull();
    }

    /** The one dead letter of a file that was written long ago. */
    private DeadLetter givenUp(DelimitedFeed feed, String content) throws Exception {
        Path file = Files.writeString(folder.resolve("old.csv"), content);
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
        MemoryOutput output = new MemoryOutput();
        new FileTransfer(output.delivery(Given.CLOCK), feed, IngestReport.NOTHING, TransferListener.NONE)
                .take(file, "old.csv");
        assertThat(output.produced()).isEmpty();
        return output.deadLetters().get(0);
    }
}
