package org.chartwarden.sink.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.chartwarden.model.ChainLink;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the file outside of each link. Sealing goes on while the file cannot be written; what it lacks is told later. */
final class HeadOutlet {

    private static final Logger LOG = LoggerFactory.getLogger(HeadOutlet.class);

    private final Optional<HeadFile> file;
    private final ChainTopic chain;
    private volatile String problem;

    HeadOutlet(Settings settings, ChainTopic chain) {
        this.file = settings.optional(Setting.CHAIN_HEAD_FILE)
                .map(path -> Path.of(path))
                .map(HeadFile::new);
        this.chain = chain;
    }

    /** Why the file is behind; empty when it is not, or when there is none. */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** @param newest of the chain: it, and whatever the file lacks before it, is told once */
    void tell(ChainLink newest, Patience patience) throws InterruptedException {
        if (file.isEmpty()) {
            return;
        }
        try {
            tell(file.get(), newest, patience);
        } catch (IOException | UncheckedIOException | UnavailableException e) {
            complain("The chain's head could not be written to " + Setting.CHAIN_HEAD_FILE.key() + " ("
                    + e.getClass().getSimpleName() + "): the file is behind.");
        }
    }

    private void tell(HeadFile outside, ChainLink newest, Patience patience)
            throws IOException, UnavailableException, InterruptedException {
        ChainHead told = outside.newest().orElse(ChainHead.NONE);
        if (told.equals(ChainHead.of(newest))) {
            problem = null;
        } else if (told.equals(new ChainHead(newest.getSequence() - 1, newest.getPrevious()))) {
            outside.append(newest);
            problem = null;
        } else {
            catchUp(outside, told, patience);
        }
    }

    private void catchUp(HeadFile outside, ChainHead told, Patience patience)
            throws UnavailableException, InterruptedException {
        boolean[] known = {told.equals(ChainHead.NONE)};
        chain.forEach(
                link -> {
                    if (known[0]) {
                        append(outside, link);
                    }
                    known[0] |= told.equals(ChainHead.of(link));
                },
                patience);
        if (known[0]) {
            problem = null;
        } else {
            complain(Setting.CHAIN_HEAD_FILE.key() + " ends with link " + told.sequence() + ", which the chain in"
                    + " Kafka does not have with that hash: one of the two was rewritten. Nothing is appended.");
        }
    }

    private static void append(HeadFile outside, ChainLink link) {
        try {
            outside.append(link);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void complain(String text) {
        if (!text.equals(problem)) {
            LOG.warn("{}", text);
        }
        problem = text;
    }
}
