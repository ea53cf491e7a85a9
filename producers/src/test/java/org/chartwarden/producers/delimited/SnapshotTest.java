package org.chartwarden.producers.delimited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chartwarden.model.WatchEntry;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.source.HeldBackException;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RawRecord;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private static final Instant LATER = Given.WRITTEN.plus(1, ChronoUnit.DAYS);

    private final MemoryRecords known = new MemoryRecords();
    private final DelimitedFeed staff = Given.feed(Given.ready("workforce"), known);

    @Test
    void shouldEndWhoIsMissing() throws Exception {
        take(staff, staffOf(1, 20));

        List<Outgoing<?>> closing = inspect(staff, staffOf(3, 25));

        assertThat(closing).hasSize(2).allSatisfy(record -> {
            WorkforceMember member = (WorkforceMember) record.value();
            assertThat(record.key()).isEqualTo(member.getRecordId());
            assertThat(member.getActive()).isFalse();
            assertThat(member.getEmployedUntil()).isEqualTo(LATER);
            assertThat(member.getUpdatedAt()).isEqualTo(LATER);
            assertThat(member.getFamilyName()).isEqualTo("Name");
        });
        assertThat(closing).extracting(Outgoing::key).containsExactly("workforce/u1", "workforce/u2");
    }

    @Test
    void shouldHoldBackAnEmptyFile() {
        assertThatThrownBy(() -> inspect(staff, ""))
                .isInstanceOf(HeldBackException.class)
                .hasMessage("The file is empty, and a full snapshot is never: deliver it again");
    }

    @Test
    void shouldSayNothingWhenNobodyIsMissing() throws Exception {
        take(staff, staffOf(1, 20));

        assertThat(inspect(staff, staffOf(1, 40))).isEmpty();
    }

    @Test
    void shouldHoldBackAFileThatWouldRemoveMoreThanATenth() throws Exception {
        take(staff, staffOf(1, 2000));

        assertThat(inspect(staff, staffOf(201, 2000))).hasSize(200);
        assertThatThrownBy(() -> inspect(staff, staffOf(202, 2000)))
                .isInstanceOf(HeldBackException.class)
                .hasMessage("The file has 1,799 of the 2,000 records of workforce that are on record; 201 would be"
                        + " removed, and a file may remove 200. Is it complete? To take it all the same: ./chartwarden"
                        + " ingest --as workforce --accept-removals FILE");
    }

    @Test
    void shouldLetOneLeaveOfFewAndHoldBackAnEmptyFile() throws Exception {
        take(staff, staffOf(1, 1));

        assertThat(inspect(staff, staffOf(2, 2))).hasSize(1);
        assertThatThrownBy(() -> inspect(staff, staffOf(1, 0))).isInstanceOf(HeldBackException.class);

        take(staff, staffOf(2, 5));

        assertThat(inspect(staff, staffOf(2, 5))).hasSize(1);
        assertThatThrownBy(() -> inspect(staff, staffOf(3, 5))).isInstanceOf(HeldBackException.class);
    }

    @Test
    void shouldTakeAnythingWhenAllMayLeave() throws Exception {
        take(staff, staffOf(1, 20));

        DelimitedFeed accepting = new DelimitedFeed(Given.ready("workforce"), Given.CLOCK, known, 1);

        assertThat(inspect(accepting, staffOf(1, 0))).hasSize(20);
    }

    @Test
    void shouldRemoveNobodyByAFileWithRowsThatCannotBeToldApart() throws Exception {
        take(staff, staffOf(1, 20));

        assertThat(inspect(staff, staffOf(1, 18) + ",\"Nobody\"\n")).isEmpty();
        assertThat(inspect(staff, staffOf(1, 18) + "u19,\"Name\n")).isEmpty();
        assertThat(inspect(staff, staffOf(1, 18) + "u19,Name,\n")).isEmpty();
    }

    @Test
    void shouldKeepWhoseRowIsThereThoughItCannotBeRead() throws Exception {
        String header = "userId,employedFrom\n";
        take(staff, header + "u1,\nu2,\n");

        assertThat(inspect(staff, header + "u1,\nu2,yesterday\n")).isEmpty();
    }

    @Test
    void shouldNotTouchOtherListsNorWhatIsNewerOrOver() throws Exception {
        take(staff, staffOf(1, 20));
        take(
                Given.feed(Given.mapping("name: contractors\nkind: workforce\nfields: {userId: userId}"), known),
                "userId\nc1\n");
        take(
                Given.feed(Given.ready("workforce-changes"), known),
                "userId,active,updatedAt\nu1,true,2026-03-06T00:00:30Z\nu2,false,\n");

        assertThat(inspect(staff, staffOf(4, 20))).extracting(Outgoing::key).containsExactly("workforce/u3");
    }

    @Test
    void shouldSayNothingByAFileOfChanges() throws Exception {
        DelimitedFeed changes = Given.feed(Given.ready("workforce-changes"), known);
        take(changes, staffOf(1, 20));

        assertThat(inspect(changes, staffOf(1, 1))).isEmpty();
    }

    @Test
    void shouldLeaveAFileWithoutItsColumnsToTheReader() throws Exception {
        take(staff, staffOf(1, 20));

        assertThat(inspect(staff, "user\nu1\n")).isEmpty();
    }

    @Test
    void shouldCancelLeaveThatHasNotEnded() throws Exception {
        DelimitedFeed leave = Given.feed(Given.ready("leave"), known);
        take(leave, "userId,start,end\nu1,2026-02-01,2026-02-10\nu1,2026-03-20,2026-03-25\nu2,2026-03-20,\n");

        List<Outgoing<?>> closing = inspect(leave, "userId,start,end\nu2,2026-03-20,\n");

        assertThat(closing).singleElement().satisfies(record -> {
            WorkforceMember member = (WorkforceMember) record.value();
            assertThat(member.getActive()).isFalse();
            assertThat(member.getLeaves()).hasSize(1);
            assertThat(member.getEmployedUntil()).isNull();
        });
    }

    @Test
    void shouldCancelDatedShiftsOnlyWithinTheSpanOfTheFile() throws Exception {
        DelimitedFeed shifts = Given.feed(Given.ready("shifts"), known);
        String header = "userId,start,end\n";
        take(
                shifts,
                header + "u1,2026-03-01T08:00:00,2026-03-01T16:00:00\nu1,2026-03-10T08:00:00,2026-03-10T16:00:00\n");

        String file =
                header + "u2,2026-03-09T08:00:00,2026-03-09T16:00:00\nu2,2026-03-15T08:00:00,2026-03-15T16:00:00\n";

        assertThat(inspect(shifts, file))
                .extracting(Outgoing::key)
                .singleElement()
                .asString()
                .startsWith("shifts/u1/");
        assertThat(inspect(shifts, header)).isEmpty();
    }

    @Test
    void shouldEndEntriesOfTheWatchList() throws Exception {
        DelimitedFeed list = Given.feed(Given.ready("watch-list"), known);
        take(list, "patientId,code\np1,VIP\np2,R\n");

        assertThat(inspect(list, "patientId,code\np2,R\n"))
                .<Object>map(Outgoing::value)
                .containsExactly(new WatchEntry("watch-list/p1/VIP/-", "p1", "watch-list", "VIP", null, LATER, LATER));
    }

    private static String staffOf(int first, int last) {
        return "userId,familyName\n"
                + IntStream.rangeClosed(first, last)
                        .mapToObj(number -> "u" + number + ",Name\n")
                        .collect(Collectors.joining());
    }

    private static List<Outgoing<?>> inspect(DelimitedFeed feed, String file) throws IOException, HeldBackException {
        return feed.inspect(Given.open(feed, file), LATER);
    }

    /** As if the file had been delivered a day before. */
    private void take(DelimitedFeed feed, String content) throws IOException, Refusal {
        RecordFile file = Given.open(feed, content);
        RecordReader reader = feed.reader(file.header(), Given.WRITTEN);
        for (RawRecord row = file.next(); row != null; row = file.next()) {
            reader.read(row.bytes()).forEach(known::put);
        }
    }
}
