package org.chartwarden.producers.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.chartwarden.producers.fhir.Samples;
import org.junit.jupiter.api.Test;

/** What goes wrong with files, disks, brokers and people: nothing is lost, and somebody is told. */
class InboxTroubleTest extends InboxBench {

    @Test
    void shouldTakeTheWholeAgainWhenFileGrowsWhileItIsTaken() throws IOException {
        Path file = put("access/a.txt", "head\n1\n");
        broker.meanwhile(() -> append(file, "2\n"));
        looks();
        assertThat(files()).containsExactly("access/a.txt");

        looks();

        assertThat(broker.stored()).containsSubsequence("1", "1", "2").hasSizeBetween(3, 4);
        assertThat(files()).containsExactly("archive/access/2026-03/a.txt");
        assertThat(counts("access")).doesNotContainKey("DUPLICATE");
    }

    @Test
    void shouldTakeTheWholeAgainWhenItsSenderGoesOnAfterAPause() throws IOException {
        put("access/a.txt", "head\n1\n");
        looks();
        append(root.resolve("archive/access/2026-03/a.txt"), "2\n");

        inbox.look();

        assertThat(files()).containsExactly("access/a.txt");
        String problem =
                root + "/access/a.txt was written to after it had been taken, so the whole of it is taken again;"
                        + " its sender should write under a name that begins with a dot, and rename";
        assertThat(inbox.problems()).containsExactly(problem);
        looks();
        assertThat(broker.stored()).containsExactly("1", "1", "2");
        assertThat(files()).containsExactly("archive/access/2026-03/a.txt");
        inbox.look();
        assertThat(inbox.problems()).containsExactly(problem);
        assertThat(broker.stored()).hasSize(3);
    }

    @Test
    void shouldSeeThatAnArchivedFileGrewWhileNobodyLooked() throws IOException {
        put("access/a.txt", "head\n1\n");
        put("access/b c.txt", "head\n3\n");
        looks();
        inbox.close();
        append(root.resolve("archive/access/2026-03/b c.txt"), "4\n");
        put("access/b c.txt", "head\n5\n", Samples.NOW.minusSeconds(1));

        inbox = newInbox();
        inbox.look();
        looks();

        assertThat(broker.stored()).containsExactly("1", "3", "5", "3", "4");
        assertThat(files()).hasSize(3).allMatch(name -> name.startsWith("archive/access/2026-03/"));
    }

    @Test
    void shouldLeaveArchivedFileThatWasOnlyTouchedOrTakenAway() throws IOException {
        put("access/a.txt", "head\n1\n");
        put("access/b.txt", "head\n2\n");
        looks();
        put("archive/access/2026-03/a.txt", "head\n1\n", Samples.NOW.plusSeconds(7));
        Files.delete(root.resolve("archive/access/2026-03/b.txt"));

        looks();

        assertThat(files()).containsExactly("archive/access/2026-03/a.txt");
        assertThat(inbox.problems()).isEmpty();
    }

    @Test
    void shouldNotSendAgainWhatOnlyCouldNotBeArchived() throws IOException {
        put("access/a.txt", "head\n1\n");
        Path inTheWay = put("archive/access", "");
        looks();
        assertThat(inbox.problems()).singleElement().asString().startsWith(root + "/access/a.txt cannot be taken (");
        Files.delete(inTheWay);

        inbox.look();

        assertThat(broker.stored()).containsExactly("1");
        assertThat(files()).containsExactly("archive/access/2026-03/a.txt");
        assertThat(counts("access")).isEqualTo(Map.of("RECEIVED", 1L, "PRODUCED", 1L));
        assertThat(inbox.problems()).isEmpty();
    }

    @Test
    void shouldGoOnFromWhatWasAcknowledgedAfterCrash() throws IOException {
        put("access/a.txt", "head\n1\nbad\n2\n3\n4\n");
        broker.storeOnly(3);
        looks();
        assertThat(broker.stored()).containsExactly("1", "dead letter of inbox/access/a.txt, line 3", "2");
        broker.comeBack();
        inbox.close();

        inbox = newInbox();
        looks();

        assertThat(broker.stored()).containsExactly("1", "dead letter of inbox/access/a.txt, line 3", "2", "3", "4");
        assertThat(files()).containsExactly("archive/access/2026-03/a.txt");
    }

    @Test
    void shouldWaitWhileKafkaIsAwayAndThenGoOn() throws IOException {
        put("access/a.txt", "head\n1\n");
        put("access/b.txt", "head\n2\n");
        broker.storeOnly(0);
        looks();
        assertThat(inbox.problems())
                .containsExactly("Kafka did not acknowledge the record of inbox/access/a.txt, line 2 (30000 ms have"
                        + " passed); it goes on from there by itself");
        assertThat(files()).containsExactly("access/a.txt", "access/b.txt");
        broker.comeBack();

        inbox.look();

        assertThat(broker.stored()).containsExactly("1", "2");
        assertThat(inbox.problems()).isEmpty();
    }

    @Test
    void shouldHoldBackWhatWouldDoHarmUntilSomebodyLooks() throws IOException {
        put("staff/a.txt", "harm\n1\n");

        looks();

        assertThat(broker.stored()).isEmpty();
        assertThat(files()).containsExactly("held/staff/a.txt", "held/staff/a.txt.reason.txt");
        assertThat(root.resolve("held/staff/a.txt.reason.txt")).hasContent("It would remove 3 of 4");
        assertThat(inbox.problems())
                .containsExactly(root + "/held/staff/a.txt is held back: see a.txt.reason.txt beside it");
        Files.delete(root.resolve("held/staff/a.txt"));
        inbox.look();
        assertThat(inbox.problems()).isEmpty();
    }

    @Test
    void shouldRefuseFileOfAnotherFeedAndTakeItInItsOwn() throws IOException {
        put("access/a.txt", "wrong header\n1\n");
        put("access/b.txt", "head\n2\n");

        looks();

        assertThat(broker.stored()).containsExactly("2");
        assertThat(root.resolve("refused/access/a.txt.reason.txt")).hasContent("The column \"patient\" is missing");
        assertThat(inbox.problems())
                .containsExactly(root + "/refused/access/a.txt is refused: see a.txt.reason.txt beside it");
    }

    @Test
    void shouldGoOnWithOtherFilesWhenOneCannotBeTaken() throws IOException {
        put("access/a.txt", "bug\n");
        put("access/b.txt", "head\n2\n");

        looks();

        assertThat(broker.stored()).containsExactly("2");
        assertThat(files()).contains("access/a.txt");
        assertThat(inbox.problems())
                .containsExactly(root + "/access/a.txt cannot be taken (IllegalStateException, see the log); it is"
                        + " tried again");
    }

    @Test
    void shouldTellOfWhatLiesInTheWrongPlace() throws IOException {
        put("a.txt", "head\n");
        put("acces/a.txt", "head\n");

        inbox.look();

        assertThat(inbox.problems())
                .containsExactly(
                        root + "/a.txt lies in the inbox itself: put it into the folder of its feed",
                        root + "/acces is no feed's folder; the feeds are access, staff");
    }

    @Test
    void shouldLeaveInboxToTheProcessThatHasIt() throws IOException {
        put("access/a.txt", "head\n1\n");
        inbox.look();
        Inbox second = newInbox();

        second.look();
        second.look();

        assertThat(broker.stored()).isEmpty();
        assertThat(second.problems())
                .containsExactly("another process works on " + root + "; this one waits until that ends");
        inbox.close();
        second.look();
        assertThat(second.problems()).isEmpty();
        second.close();
    }
}
