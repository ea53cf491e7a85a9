package org.chartwarden.sink.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.transport.TransportException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elasticsearch.client.ResponseException;

/** What Elasticsearch's answers mean for a document, and how they are told without what the document holds. */
public final class ElasticsearchFailures {

    /** What becomes of one document. */
    public enum Verdict {
        /** This revision or a higher one is there. */
        STORED,
        /** The document itself is at fault: no later try can succeed. */
        REJECTED,
        /** The cluster cannot store it right now. */
        LATER
    }

    private static final int SUCCESS_BELOW = 300;
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;

    /** Answered with 400 as well, but the cluster's fault: a closed index, and too many shards for a new index. */
    private static final Set<String> CLUSTER_FAULTS = Set.of("index_closed_exception", "validation_exception");

    /** Where the server's words name a field; never where they quote a value. */
    private static final Pattern FIELD =
            Pattern.compile("(?:field \\[|field=\"|mapper \\[|introduction of \\[)([a-z0-9_@.]+)[]\"]");

    private ElasticsearchFailures() {}

    /**
     * Only what is certainly the document's own fault rejects it. Missing rights, a blocked or a missing index look like
     * errors of the client too, but go away when somebody repairs them.
     */
    public static Verdict verdict(BulkResponseItem item) {
        int status = item.status();
        if (status < SUCCESS_BELOW || status == CONFLICT) {
            return Verdict.STORED;
        }
        boolean documentAtFault = status == BAD_REQUEST || status == TOO_LARGE;
        ErrorCause error = item.error();
        if (documentAtFault && error != null && !CLUSTER_FAULTS.contains(error.type())) {
            return Verdict.REJECTED;
        }
        return Verdict.LATER;
    }

    public static String describe(BulkResponseItem item) {
        return item.error() == null ? "status " + item.status() : describe(item.error());
    }

    /** The type of the error and the field's name; the server's own words may quote the value. */
    private static String describe(ErrorCause error) {
        Matcher field = FIELD.matcher(error.reason() == null ? "" : error.reason());
        return error.type() + (field.find() ? " at field " + field.group(1) : "");
    }

    /** What became of a whole request. */
    public static String describe(Throwable failure) {
        if (failure instanceof CompletionException && failure.getCause() != null) {
            return describe(failure.getCause());
        }
        if (failure instanceof ElasticsearchException e) {
            return "status " + e.status() + ", " + describe(e.error());
        }
        if (failure instanceof ResponseException e) {
            return "status " + e.getResponse().getStatusLine().getStatusCode();
        }
        if (failure instanceof TransportException e && e.statusCode() > 0) {
            return "status " + e.statusCode();
        }
        return failure.getClass().getSimpleName();
    }
}
