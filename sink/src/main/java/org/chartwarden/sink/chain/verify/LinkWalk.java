package org.chartwarden.sink.chain.verify;

import java.util.function.Consumer;
import org.chartwarden.model.ChainLink;
import org.chartwarden.sink.chain.ChainHashes;
import org.chartwarden.sink.chain.ChainHead;

/** Follows the links from the first to the last. After something that is wrong it goes on from what it found. */
public final class LinkWalk {

    private final Consumer<String> problems;
    private ChainHead head = ChainHead.NONE;

    /** @param problems told each thing that is wrong, as a sentence without its full stop */
    public LinkWalk(Consumer<String> problems) {
        this.problems = problems;
    }

    /** The next link, in the order of its topic. */
    public void visit(ChainLink link) {
        long sequence = link.getSequence();
        long expected = head.sequence() + 1;
        if (sequence != expected) {
            problems.accept(
                    sequence > expected
                            ? "link " + expected + (sequence > expected + 1 ? " to " + (sequence - 1) : "")
                                    + " was removed: behind link " + head.sequence() + " comes link " + sequence
                            : "link " + sequence + " was added: it comes behind link " + head.sequence());
        } else if (!link.getPrevious().equals(head.hash())) {
            problems.accept("link " + sequence + " does not go on from link " + head.sequence()
                    + ": one of the two was changed");
        }
        if (!ChainHashes.link(link).equals(link.getHash())) {
            problems.accept("link " + sequence + " was changed: its hash is not that of what it says");
        }
        head = ChainHead.of(link);
    }

    /** The last link that was visited. */
    public ChainHead head() {
        return head;
    }
}
