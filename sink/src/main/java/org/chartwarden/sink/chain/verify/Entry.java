package org.chartwarden.sink.chain.verify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.chartwarden.model.LeafKind;
import org.chartwarden.sink.chain.SealedDocument;

/**
 * What one side says of one document.
 *
 * @param link number of the link that seals it; 0 where none does
 */
record Entry(Role role, SealedDocument document, long link) {

    private static final Role[] ROLES = Role.values();
    private static final LeafKind[] KINDS = LeafKind.values();

    /** Which side says it. */
    enum Role {
        /** The chain seals it, and it must be in Elasticsearch. */
        SEALED,
        /** It is in Kafka and its sealing is due, or it was sealed while Elasticsearch was being read. */
        WAITING,
        /** It is in Kafka, but Elasticsearch refused it: it is a dead letter. */
        REFUSED,
        /** It stands in Elasticsearch. */
        STANDING,
        /** It stands in Elasticsearch as an alert's newest revision, in the index of the alerts. */
        NEWEST,
        /** It stands in Elasticsearch under an id that is not its own. */
        COPY
    }

    /** All that is about one access or one alert has the same. */
    String group() {
        String id = document.id();
        int revision = document.kind() == LeafKind.ALERT ? id.lastIndexOf('@') : -1;
        return document.kind() + " " + (revision < 0 ? id : id.substring(0, revision));
    }

    /** Of an alert its number, else the version. */
    long revision() {
        String id = document.id();
        String number = id.substring(id.lastIndexOf('@') + 1);
        return document.kind() == LeafKind.ALERT && number.matches("[0-9]{1,18}")
                ? Long.parseLong(number)
                : document.version();
    }

    /** Whether both are about the same revision and say the same. */
    boolean agrees(Entry other) {
        return document.id().equals(other.document.id())
                && document.version() == other.document.version()
                && document.sha256().equals(other.document.sha256());
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(role.ordinal());
        out.writeByte(document.kind().ordinal());
        out.writeUTF(document.id());
        out.writeLong(document.version());
        out.writeLong(document.time().toEpochMilli());
        out.writeUTF(document.sha256());
        out.writeLong(link);
    }

    static Entry read(DataInputStream in) throws IOException {
        Role role = ROLES[in.readByte()];
        LeafKind kind = KINDS[in.readByte()];
        SealedDocument document = new SealedDocument(
                kind, in.readUTF(), in.readLong(), Instant.ofEpochMilli(in.readLong()), in.readUTF());
        return new Entry(role, document, in.readLong());
    }
}
