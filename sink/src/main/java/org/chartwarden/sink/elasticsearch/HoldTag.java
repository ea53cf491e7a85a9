package org.chartwarden.sink.elasticsearch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The tag of a document under legal hold, beside whatever other tags it has. */
public final class HoldTag {

    /** What stands in {@code tags}. */
    public static final String NAME = "legal-hold";

    private static final String TAGS = "tags";

    private HoldTag() {}

    /** Whether the document has it. */
    public static boolean isOn(ObjectNode document) {
        return document.get(TAGS) instanceof ArrayNode tags && indexIn(tags) >= 0;
    }

    /** Puts it on a document that has it not. */
    public static void put(ObjectNode document) {
        document.withArrayProperty(TAGS).add(NAME);
    }

    /** Takes it off; tags that are empty then are left out, as of a document that never had any. */
    public static void remove(ObjectNode document) {
        if (document.get(TAGS) instanceof ArrayNode tags) {
            for (int at = indexIn(tags); at >= 0; at = indexIn(tags)) {
                tags.remove(at);
            }
            if (tags.isEmpty()) {
                document.remove(TAGS);
            }
        }
    }

    private static int indexIn(ArrayNode tags) {
        for (int i = 0; i < tags.size(); i++) {
            if (NAME.equals(tags.get(i).textValue())) {
                return i;
            }
        }
        return -1;
    }
}
