package org.chartwarden.topic;

/** The headers of the records that producers write; UTF-8. */
public final class Headers {

    /** The source's name, such as {@code fhir-http}. */
    public static final String SOURCE = "chartwarden.source";

    /** Where in the source: a file and a line, or an address. */
    public static final String ORIGIN = "chartwarden.origin";

    private Headers() {}
}
