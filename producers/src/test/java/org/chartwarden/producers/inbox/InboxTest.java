package org.chartwarden.producers.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.chartwarden.producers.fhir.Samples;
import org.junit.jupiter.api.Test;

class InboxTest extends InboxBench {

    @Test
    void shouldTakeFinishedFileAndArchiveIt() throws IOException {
        put("access/a.txt", "head\n1\nbad\nskip\n2\n");

        looks();

        assertThat(broker.stored()).containsExactly("1", "dead letter of inbox/access/a.txt, line 3", "2");
        assertThat(files()).containsExactly("archive/access/2026-03/a.txt");
        assertThat(counts("access"))
                .isEqualTo(Map.of("RECEIVED", 4L, "PRODUCED", 2L, "DEAD_LETTERED", 1L, "IGNORED", 1L));
        assertThat(inbox.problems()).isEmpty();
    }

    @Test
    void shouldLeaveFileThatIsStillWritten() throws IOException {
        Path file = put("access/a.txt", "head\n1\n");
        inbox.look();
        Files.writeString(file, "head\n1\n2\n");
        inbox.look();
        assertThat(broker.stored()).isEmpty();

        inbox.look();

        assertThat(broker.stored()).containsExactly("1", "2");
    }

    @Test
    void shouldLeaveHiddenFilesFoldersAndLinks() throws IOException {
        put("access/.partial", "head\n1\n");
        put("access/below/a.txt", "head\n1\n");
        Path outside = Files.writeString(folder.resolve("outside.txt"), "head\n1\n");
        Files.createSymbolicLink(root.resolve("access/link.txt"), outside);

        looks();

        assertThat(broker.stored()).isEmpty();
        assertThat(outside).exists();
    }

    @Test
    void shouldTakeContentOnceWhateverItsName() throws IOException {
        put("access/a.txt", "head\n1\n2\n");
        looks();
        put("access/b.txt", "head\n1\n2\n");
        put("access/a.txt", "head\n1\n2\n");
        looks();

        assertThat(broker.stored()).containsExactly("1", "2");
        assertThat(counts("access")).isEqualTo(Map.of("RECEIVED", 6L, "PRODUCED", 2L, "DUPLICATE", 4L));
        assertThat(files())
                .hasSize(3)
                .contains("archive/access/2026-03/a.txt", "archive/access/2026-03/b.txt")
                .anyMatch(name -> name.matches("archive/access/2026-03/a\\.txt\\.[0-9a-f]{8}"));
    }

    @Test
    void shouldTakeOtherContentUnderTheSameName() throws IOException {
        put("access/a.txt", "head\n1\n");
        looks();
        put("access/a.txt", "head\n2\n");
        looks();

        assertThat(broker.stored()).containsExactly("1", "2");
    }

    @Test
    void shouldTakeContextAgainWhenOtherContextCameBetween() throws IOException {
        put("staff/monday.txt", "head\n1\n");
        looks();
        put("staff/monday-again.txt", "head\n1\n");
        looks();
        put("staff/tuesday.txt", "head\n2\n");
        looks();
        put("staff/wednesday.txt", "head\n1\n");
        looks();

        assertThat(broker.stored()).containsExactly("1", "2", "1");
        assertThat(counts("staff")).containsEntry("DUPLICATE", 1L);
    }

    @Test
    void shouldTakeContextBeforeAccessesAndOldFilesBeforeNewOnes() throws IOException {
        put("access/a.txt", "head\naccess-new\n", Samples.NOW);
        put("access/b.txt", "head\naccess-old\n", Samples.NOW.minusSeconds(9));
        put("staff/z.txt", "head\nstaff\n", Samples.NOW);

        looks();

        assertThat(broker.stored()).containsExactly("staff", "access-old", "access-new");
    }

    @Test
    void shouldSendClosingRecordsLast() throws IOException {
        put("staff/a.txt", "closing\n1\n2\n");

        looks();

        assertThat(broker.stored()).containsExactly("1", "2", "closing-after-2");
    }

    @Test
    void shouldTakeEmptyFile() throws IOException {
        put("access/a.txt", "");

        looks();

        assertThat(files()).containsExactly("archive/access/2026-03/a.txt");
        assertThat(inbox.problems()).isEmpty();
    }
}
