package org.chartwarden.sink.chain.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.chartwarden.sink.chain.ChainHead;

/** Pages that belong to no link: somebody else put them beside the others. */
final class AddedPages {

    /** What is kept of more. */
    private static final int MOST = 1_000;

    private final ChainHead begin;

    /** Of no link up to the begin; a link that was sealed since may have one of them. */
    private final List<String> strangers = new ArrayList<>();

    AddedPages(ChainHead begin) {
        this.begin = begin;
    }

    /** @param id of a page that is in Elasticsearch */
    void visit(String id) {
        if (!isUpTo(begin, id) && strangers.size() < MOST) {
            strangers.add(id);
        }
    }

    /** @param head of the chain, read after the pages */
    void finish(ChainHead head, Consumer<String> problem) {
        strangers.stream()
                .filter(id -> !isUpTo(head, id))
                .sorted()
                .forEach(id -> problem.accept("the page " + id + " was added: no link has that number"));
    }

    private static boolean isUpTo(ChainHead head, String id) {
        return id.matches("[1-9][0-9]{0,17}") && Long.parseLong(id) <= head.sequence();
    }
}
