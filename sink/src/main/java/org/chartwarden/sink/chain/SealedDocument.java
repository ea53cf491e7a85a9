package org.chartwarden.sink.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ChainLeaf;
import org.chartwarden.model.Disposition;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.LeafKind;
import org.chartwarden.model.RuleText;
import org.chartwarden.sink.elasticsearch.AuditDocuments;
import org.chartwarden.sink.elasticsearch.Document;
import org.chartwarden.sink.elasticsearch.Fingerprint;

/**
 * One document at one revision, as a leaf of the chain names it. Of an alert each revision is sealed, since that is never
 * replaced; the alert itself says the same as its newest revision.
 *
 * @param id of a revision of an alert: the alert's id, @ and its number
 * @param version its revision; of a revision of an alert always 1
 * @param time its @timestamp
 * @param sha256 its fingerprint, 64 hexadecimal digits
 */
public record SealedDocument(LeafKind kind, String id, long version, Instant time, String sha256) {

    private static final Map<Class<?>, LeafKind> KINDS = Map.of(
            ExplainedAccess.class, LeafKind.ACCESS,
            Alert.class, LeafKind.ALERT,
            Disposition.class, LeafKind.DISPOSITION,
            Instruction.class, LeafKind.INSTRUCTION,
            RuleText.class, LeafKind.RULE);

    public SealedDocument {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(sha256, "sha256");
    }

    /**
     * What is sealed of a record.
     *
     * @throws IllegalArgumentException when the record becomes no document that Elasticsearch could store
     */
    public static SealedDocument of(SpecificRecord value, AuditDocuments documents) {
        List<Document> made = documents.of(value, Instant.EPOCH); // when it was indexed is in no fingerprint
        Document sealed = made.get(made.size() - 1); // of an alert: its revision
        return new SealedDocument(
                KINDS.get(value.getClass()), sealed.id(), sealed.version(), sealed.time(), sealed.fingerprint());
    }

    /**
     * What would be sealed of a document as it stands in Elasticsearch, or in an evidence packet.
     *
     * @throws java.time.DateTimeException when it has no time
     */
    public static SealedDocument of(LeafKind kind, ObjectNode document) {
        String id = document.at("/event/id").asText();
        Instant time = Instant.parse(document.path("@timestamp").asText());
        long revision = document.at("/chartwarden/revision").asLong();
        String sha256 = Fingerprint.of(document);
        return switch (kind) {
            case ALERT -> new SealedDocument(kind, id + "@" + revision, 1, time, sha256);
            case ACCESS -> new SealedDocument(kind, id, revision, time, sha256);
            case INSTRUCTION -> new SealedDocument(kind, id, time.toEpochMilli(), time, sha256);
            case DISPOSITION, RULE -> new SealedDocument(kind, id, 1, time, sha256);
        };
    }

    /**
     * A leaf of a page as it stands in Elasticsearch.
     *
     * @throws IllegalArgumentException when it is none
     * @throws java.time.DateTimeException when it has no time
     */
    public static SealedDocument ofLeaf(JsonNode leaf) {
        return new SealedDocument(
                LeafKind.valueOf(leaf.path("kind").asText().toUpperCase(Locale.ROOT)),
                leaf.path("id").asText(),
                leaf.path("version").asLong(),
                Instant.parse(leaf.path("time").asText()),
                leaf.path("sha256").asText());
    }

    ChainLeaf toLeaf() {
        return ChainLeaf.newBuilder()
                .setKind(kind)
                .setId(id)
                .setVersion(version)
                .setTime(time)
                .setSha256(sha256)
                .build();
    }
}
