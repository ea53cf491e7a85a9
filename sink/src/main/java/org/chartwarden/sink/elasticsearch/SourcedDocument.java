package org.chartwarden.sink.elasticsearch;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.BinaryData;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A document ready to be sent, as often as it takes, and the record it was made of, which is what is kept when the
 * document is rejected.
 *
 * @param operation with the document written down
 */
public record SourcedDocument(BulkOperation operation, ConsumerRecord<String, byte[]> source) {

    private static final String JSON = "application/json";

    /** Writes the document down: its bytes take less memory than its tree, and are there for every try. */
    public static SourcedDocument of(Document document, ConsumerRecord<String, byte[]> source) {
        BinaryData json = BinaryData.of(document.fields().toJson(), JSON);
        VersionType versions = document.firstStays() ? VersionType.External : VersionType.ExternalGte;
        BulkOperation operation = BulkOperation.of(bulk -> bulk.index(index -> index.index(document.index())
                .id(document.id())
                .version(document.version())
                .versionType(versions)
                .document(json)));
        return new SourcedDocument(operation, source);
    }
}
