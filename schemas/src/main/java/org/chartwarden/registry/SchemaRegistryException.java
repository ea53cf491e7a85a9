package org.chartwarden.registry;

/** The registry refused a request, answered what nobody understands, or could not be reached. */
public final class SchemaRegistryException extends RuntimeException {

    /** The {@link #errorCode} of a subject that is not there. */
    public static final int SUBJECT_NOT_FOUND = 40401;

    /** The {@link #errorCode} of a version that is not there. */
    public static final int VERSION_NOT_FOUND = 40402;

    /** The {@link #errorCode} of a schema that is not there. */
    public static final int SCHEMA_NOT_FOUND = 40403;

    /** The {@link #errorCode} of a schema that the subject's compatibility level forbids. */
    public static final int INCOMPATIBLE = 409;

    private static final int NO_STATUS = -1;
    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    private final int status;
    private final int errorCode;
    private final boolean retriable;

    private SchemaRegistryException(int status, int errorCode, boolean retriable, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.errorCode = errorCode;
        this.retriable = retriable;
    }

    /**
     * The registry answered with an error.
     *
     * @param status the HTTP status
     * @param errorCode Confluent's finer code, or 0 when the answer has none
     */
    static SchemaRegistryException refused(int status, int errorCode, String message) {
        boolean retriable = status == TIMED_OUT || status == TOO_MANY_REQUESTS || status >= FIRST_SERVER_ERROR;
        return new SchemaRegistryException(
                status, errorCode, retriable, message + " (HTTP " + status + ", error code " + errorCode + ")", null);
    }

    /** No answer came, and a later one may. */
    static SchemaRegistryException unreachable(String message, Throwable cause) {
        return new SchemaRegistryException(NO_STATUS, 0, true, message, cause);
    }

    /** What came is not an answer that this client can use, and asking again will not help. */
    static SchemaRegistryException unusable(String message, Throwable cause) {
        return new SchemaRegistryException(NO_STATUS, 0, false, message, cause);
    }

    /** The HTTP status, or -1 when the registry did not answer with an error. */
    public int status() {
        return status;
    }

    /** Confluent's error code, such as {@link #SCHEMA_NOT_FOUND}, or 0 when there is none. */
    public int errorCode() {
        return errorCode;
    }

    /** Whether the same request may succeed later: unreachable, overloaded, or at fault itself. */
    public boolean retriable() {
        return retriable;
    }
}
