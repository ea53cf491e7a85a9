package org.chartwarden.standalone.command;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.chartwarden.producers.ingest.IngestReport;
import org.chartwarden.producers.ingest.TransferListener;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Refusal;

/** A bar with the rate, for long files and where a person looks. */
final class TransferBar implements TransferListener, AutoCloseable {

    /** Shorter ones are read before a bar is understood. */
    private static final long LONG_BYTES = 4L << 20;

    private static final long MEBIBYTE = 1 << 20;
    private static final int WIDTH = 100;
    private static final int REDRAW_MILLIS = 500;

    private final TransferListener next;
    private final ProgressBar bar;

    /**
     * @param bytes of all files
     * @param next is told everything too
     */
    TransferBar(long bytes, TransferListener next) {
        this.next = next;
        this.bar = bytes < LONG_BYTES || System.console() == null ? null : bar(bytes);
    }

    private static ProgressBar bar(long bytes) {
        return new ProgressBarBuilder()
                .setTaskName("Reading")
                .setInitialMax(bytes)
                .setUnit(" MiB", MEBIBYTE)
                .showSpeed()
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setMaxRenderedLength(WIDTH)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
    }

    @Override
    public void progress(long bytes, IngestReport acknowledged) {
        next.progress(bytes, acknowledged);
        if (bar != null) {
            bar.stepTo(bytes);
        }
    }

    @Override
    public void deadLettered(Origin origin, Refusal reason) {
        next.deadLettered(origin, reason);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
