package org.chartwarden.serde;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that records may be of our own classes. Since 1.12.2 it refuses any class that nobody vouched for, because
 * a schema names classes and may come from a stranger.
 */
public final class TrustedClasses {

    private static final String OURS = "org.chartwarden.";

    static {
        // Added to what is trusted already: another library in this JVM may have vouched for its own.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(OURS)));
    }

    private TrustedClasses() {}

    /**
     * To be called before the first record is built, read or written: a builder, too, asks for trust when a field's default
     * is a record or a list of records. Every serde does. The work is done once, when this class is loaded.
     */
    public static void ensure() {}
}
