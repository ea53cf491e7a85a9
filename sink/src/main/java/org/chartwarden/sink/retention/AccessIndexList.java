package org.chartwarden.sink.retention;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.indices.IndexRoutingAllocationInclude;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chartwarden.sink.elasticsearch.AccessIndices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The indices of accesses, and which of them are warm. */
final class AccessIndexList {

    private static final Logger LOG = LoggerFactory.getLogger(AccessIndexList.class);

    /** Where there are no warm nodes, an index stays where it is. */
    private static final String WARM = "data_warm,data_hot,data_content";

    private final ElasticsearchClient client;

    AccessIndexList(ElasticsearchClient client) {
        this.client = client;
    }

    /**
     * One of them.
     *
     * @param end of its span of event time
     */
    record AccessIndex(String name, Instant end, boolean warm) {}

    /** By name; an index that is not named after a span is left alone. */
    Map<String, AccessIndex> read() throws IOException {
        Map<String, AccessIndex> indices = new TreeMap<>();
        client.indices()
                .getSettings(get -> get.index(AccessIndices.PATTERN))
                .result()
                .forEach((name, state) -> AccessIndices.endOf(name)
                        .ifPresent(end -> indices.put(name, new AccessIndex(name, end, isWarm(state.settings())))));
        return indices;
    }

    private static boolean isWarm(IndexSettings settings) {
        IndexSettings inner = settings == null || settings.index() == null ? settings : settings.index();
        return Optional.ofNullable(inner)
                .map(IndexSettings::routing)
                .map(routing -> routing.allocation())
                .map(allocation -> allocation.include())
                .map(IndexRoutingAllocationInclude::tierPreference)
                .filter(WARM::equals)
                .isPresent();
    }

    /**
     * Has an index merged, and moved to the warm nodes of a cluster that has some. It can still be written: revisions,
     * holds and what is filled in later find it as before.
     */
    void warm(AccessIndex index) throws IOException {
        client.indices()
                .forcemerge(merge -> merge.index(index.name())
                        .maxNumSegments(1L)
                        .waitForCompletion(false)); // it takes longer than an answer may
        // Last, since it is by this that a warm index is known.
        client.indices()
                .putSettings(put -> put.index(index.name())
                        .settings(settings -> settings.routing(routing -> routing.allocation(
                                allocation -> allocation.include(include -> include.tierPreference(WARM))))));
        LOG.info("{} is warm from now on", index.name());
    }
}
