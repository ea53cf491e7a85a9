package org.chartwarden.producers.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chartwarden.producers.source.Refusal;

/**
 * A FHIR JSON document, cut into the resources it holds: itself, or the entries of a Bundle. The resources are cut out
 * as bytes and not parsed, so that one bad entry spoils no other and can be kept exactly as it came.
 *
 * @param resourceType the type of the outermost resource; null when it names none
 * @param bundleType Bundle.type; null for any other resource
 * @param resources in their order
 */
public record FhirDocument(String resourceType, String bundleType, List<Resource> resources) {

    /** The FHIR type of a document that holds others. */
    public static final String BUNDLE = "Bundle";

    /** Millions of entries fit into a few megabytes, and each is an object of its own here. */
    private static final int ENTRY_LIMIT = 100_000;

    /**
     * One resource of a document.
     *
     * @param position {@code entry 3}, counted from 1; empty for a document that is itself the resource
     * @param raw its bytes; of an entry without a resource, the bytes of the entry
     */
    public record Resource(String position, byte[] raw) {}

    public FhirDocument {
        resources = List.copyOf(resources);
    }

    public boolean isBundle() {
        return BUNDLE.equals(resourceType);
    }

    /**
     * Cuts a document into its resources.
     *
     * @throws Refusal when it is not one JSON object, or has more entries than is reasonable
     */
    public static FhirDocument of(byte[] raw) throws Refusal {
        return of(raw, ENTRY_LIMIT);
    }

    /**
     * Cuts a document into its resources.
     *
     * @param mostEntries of a Bundle
     * @throws Refusal when it is not one JSON object, or has more entries
     */
    public static FhirDocument of(byte[] raw, int mostEntries) throws Refusal {
        try (JsonParser parser = FhirJson.FACTORY.createParser(raw)) {
            return new Cutter(raw, parser, mostEntries).cut();
        } catch (JsonProcessingException e) {
            throw FhirJson.invalid(e);
        } catch (IOException e) {
            throw FhirJson.inMemory(e);
        }
    }

    private static final class Cutter {
        private final byte[] raw;
        private final JsonParser parser;
        private final int mostEntries;
        private final List<Resource> entries = new ArrayList<>();
        private String resourceType;
        private String type;
        private boolean entriesAreNoArray;

        Cutter(byte[] raw, JsonParser parser, int mostEntries) {
            this.raw = raw;
            this.parser = parser;
            this.mostEntries = mostEntries;
        }

        FhirDocument cut() throws IOException, Refusal {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw FhirJson.notAnObject();
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                field(parser.currentName());
            }
            if (parser.nextToken() != null) {
                throw new Refusal("The record is more than one JSON value; one FHIR R4 resource in JSON is required");
            }
            if (BUNDLE.equals(resourceType) && entriesAreNoArray) {
                throw new Refusal("Bundle.entry must be an array of entries");
            }
            return BUNDLE.equals(resourceType)
                    ? new FhirDocument(resourceType, type, entries)
                    : new FhirDocument(resourceType, null, List.of(new Resource("", raw)));
        }

        private void field(String name) throws IOException, Refusal {
            JsonToken value = parser.nextToken();
            if (name.equals("resourceType") && value == JsonToken.VALUE_STRING) {
                resourceType = parser.getText();
            } else if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                type = parser.getText();
            } else if (name.equals("entry")) {
                entries(value);
            } else {
                parser.skipChildren();
            }
        }

        private void entries(JsonToken value) throws IOException, Refusal {
            entriesAreNoArray = value != JsonToken.START_ARRAY;
            if (entriesAreNoArray) {
                parser.skipChildren();
                return;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (entries.size() == mostEntries) {
                    throw new Refusal(
                            "Bundle.entry",
                            "has more than %,d entries; make several Bundles of it, or put each resource on a line of its own (NDJSON)"
                                    .formatted(mostEntries));
                }
                entries.add(new Resource("entry " + (entries.size() + 1), entry()));
            }
        }

        /** The bytes of the entry's resource; where there is none, those of the whole entry. */
        private byte[] entry() throws IOException {
            int start = start();
            byte[] resource = null;
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    boolean found = parser.currentName().equals("resource");
                    parser.nextToken();
                    int valueStart = start();
                    parser.skipChildren();
                    resource = found ? Arrays.copyOfRange(raw, valueStart, end()) : resource;
                }
            } else {
                parser.skipChildren();
            }
            return resource == null ? Arrays.copyOfRange(raw, start, end()) : resource;
        }

        private int start() {
            return (int) parser.currentTokenLocation().getByteOffset();
        }

        /** Where the current token ends; a string is skipped lazily, so it is finished first. */
        private int end() throws IOException {
            parser.finishToken();
            return (int) parser.currentLocation().getByteOffset();
        }
    }
}
