package org.chartwarden.producers.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.chartwarden.producers.ingest.IngestReport;
import org.junit.jupiter.api.Test;

class BookkeepingTest {

    private final List<IngestReport> written = new ArrayList<>();
    private long now;
    private boolean stopped;
    private final Bookkeeping bookkeeping =
            new Bookkeeping(IngestReport.NOTHING, written::add, () -> stopped, () -> now);

    @Test
    void shouldWriteDownOnceASecondSoThatAKillLosesNoMore() {
        for (int record = 1; record <= 25; record++) {
            now += TimeUnit.MILLISECONDS.toNanos(100);
            bookkeeping.progress(record, taken(record));
        }

        assertThat(written).containsExactly(taken(10), taken(20));
    }

    @Test
    void shouldWriteDownOnlyWhatIsNew() throws Exception {
        bookkeeping.write(taken(1));
        bookkeeping.write(taken(1));

        assertThat(written).containsExactly(taken(1));
    }

    @Test
    void shouldEndTheTransferWhenStopped() {
        stopped = true;

        assertThatThrownBy(() -> bookkeeping.progress(1, taken(1))).isInstanceOf(CancellationException.class);
    }

    private static IngestReport taken(long records) {
        return new IngestReport(records, records, 0, 0);
    }
}
