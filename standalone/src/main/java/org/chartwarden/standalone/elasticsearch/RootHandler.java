package org.chartwarden.standalone.elasticsearch;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.elasticsearch.Build;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.index.IndexVersion;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.xcontent.XContentBuilder;

/** {@code GET /}: the name and version by which clients recognise an Elasticsearch. */
final class RootHandler extends BaseRestHandler {

    private final Supplier<ClusterService> cluster;

    /** @param cluster asked at each request, for it is not there yet when handlers are made */
    RootHandler(Supplier<ClusterService> cluster) {
        this.cluster = cluster;
    }

    @Override
    public String getName() {
        return "main_action";
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(RestRequest.Method.GET, "/"), new Route(RestRequest.Method.HEAD, "/"));
    }

    @Override
    protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
        return channel -> {
            try (XContentBuilder body = channel.newBuilder()) {
                channel.sendResponse(new RestResponse(RestStatus.OK, describe(body)));
            }
        };
    }

    private XContentBuilder describe(XContentBuilder body) throws IOException {
        ClusterService service = cluster.get();
        body.prettyPrint().startObject();
        body.field("name", service.getNodeName());
        body.field("cluster_name", service.getClusterName().value());
        body.field("cluster_uuid", service.state().metadata().clusterUUID());
        describe(body.startObject("version"), Build.current());
        return body.endObject().field("tagline", "You Know, for Search").endObject();
    }

    private static void describe(XContentBuilder version, Build build) throws IOException {
        version.field("number", build.qualifiedVersion())
                .field("build_flavor", build.flavor())
                .field("build_type", build.type().displayName())
                .field("build_hash", build.hash())
                .field("build_date", build.date())
                .field("build_snapshot", build.isSnapshot())
                .field("lucene_version", IndexVersion.current().luceneVersion().toString())
                .field("minimum_wire_compatibility_version", build.minWireCompatVersion())
                .field("minimum_index_compatibility_version", build.minIndexCompatVersion());
    }
}
