package org.chartwarden.sink.chain.verify;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.chartwarden.model.ChainLink;
import org.chartwarden.sink.chain.ChainHead;
import org.chartwarden.sink.chain.HeadFile;

/** Links as they are known from outside, in their order: so the topic itself cannot be rewritten, nor cut at its end. */
public final class KnownHeads implements AutoCloseable {

    private final Iterator<ChainHead> heads;
    private final Closeable source;
    private ChainHead next;

    private KnownHeads(Iterator<ChainHead> heads, Closeable source) {
        this.heads = heads;
        this.source = source;
        this.next = heads.hasNext() ? heads.next() : null;
    }

    /** One link, from a mail; none when empty. */
    public static KnownHeads of(Optional<ChainHead> head) {
        return new KnownHeads(new ArrayDeque<>(head.stream().toList()).iterator(), () -> {});
    }

    /** Those of a file that the sealer wrote: every line is held against the chain. */
    public static KnownHeads of(Path file) throws IOException {
        BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.US_ASCII);
        Iterator<ChainHead> heads = reader.lines()
                .map(line -> HeadFile.parse(line)
                        .orElseThrow(() -> new UncheckedIOException(
                                new IOException(file + " has a line that is none of the chain's."))))
                .iterator();
        return new KnownHeads(heads, reader);
    }

    /** The next link of the chain. */
    public void visit(ChainLink link, Consumer<String> problems) {
        while (next != null && next.sequence() <= link.getSequence()) {
            if (next.sequence() == link.getSequence() && !next.hash().equals(link.getHash())) {
                problems.accept("the chain was rewritten: link " + next.sequence()
                        + " has another hash than is known from outside");
            }
            next = heads.hasNext() ? heads.next() : null;
        }
    }

    /** When the chain has no more links. */
    public void finish(ChainHead head, Consumer<String> problems) {
        if (next != null) {
            problems.accept("the chain was cut off: it ends with link " + head.sequence() + ", but link "
                    + next.sequence() + " is known from outside");
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
