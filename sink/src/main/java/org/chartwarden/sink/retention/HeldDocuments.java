package org.chartwarden.sink.retention;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import org.chartwarden.sink.elasticsearch.HoldTag;
import org.chartwarden.sink.hold.HoldQueries;
import org.chartwarden.sink.hold.LegalHolds;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.UnavailableException;

/** Gives documents that are there already the tag of their legal hold, and takes it from those that no hold covers. */
final class HeldDocuments {

    private static final Query TAGGED =
            Query.of(query -> query.term(term -> term.field("tags").value(HoldTag.NAME)));

    private final DocumentPages pages;

    HeldDocuments(DocumentPages pages) {
        this.pages = pages;
    }

    /** @return how many documents it changed */
    long tag(LegalHolds holds, Patience patience) throws IOException, UnavailableException {
        long changed = 0;
        for (Query covered : HoldQueries.of(holds)) {
            Query untagged =
                    Query.of(query -> query.bool(both -> both.filter(covered).mustNot(TAGGED)));
            changed += pages.forEach(LegalHolds.INDICES, untagged, hit -> retagged(hit, holds), patience);
        }
        return changed + pages.forEach(LegalHolds.INDICES, TAGGED, hit -> retagged(hit, holds), patience);
    }

    private static Optional<BulkOperation> retagged(Hit<ObjectNode> hit, LegalHolds holds) {
        ObjectNode document = hit.source();
        boolean held = holds.cover(hit.index(), document);
        if (held == HoldTag.isOn(document)) {
            return Optional.empty();
        }
        if (held) {
            HoldTag.put(document);
        } else {
            HoldTag.remove(document);
        }
        return Optional.of(replacement(hit, document));
    }

    /**
     * Under the version that it has: were that to count up, as with a partial update, the record's next revision would be
     * taken for an old one. A revision that arrived meanwhile has a higher version, and stays.
     */
    private static BulkOperation replacement(Hit<ObjectNode> hit, ObjectNode document) {
        return BulkOperation.of(bulk -> bulk.index(index -> index.index(hit.index())
                .id(hit.id())
                .version(hit.version())
                .versionType(VersionType.ExternalGte)
                .document(document)));
    }
}
