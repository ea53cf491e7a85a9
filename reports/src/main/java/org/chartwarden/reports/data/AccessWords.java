package org.chartwarden.reports.data;

/** An access in words that people outside of the hospital understand, too. */
public final class AccessWords {

    private static final String NOT_NAMED = "not named by the source";

    private AccessWords() {}

    /** Name and id, as far as they are known. */
    public static String who(AccessRow access) {
        return access.userName()
                .map(name -> name + access.userId().map(id -> "\n" + id).orElse(""))
                .or(access::userId)
                .orElse(NOT_NAMED);
    }

    /** What was done, such as "opened (Observation)". */
    public static String what(AccessRow access) {
        String done = switch (access.category()) {
            case "export" -> "printed or exported";
            case "search" -> "named in a search result";
            case "record" -> onRecord(access.action());
            default -> "other";
        };
        String object = access.objectType().map(type -> " (" + type + ")").orElse("");
        return done + object + (access.succeeded() ? "" : ", refused or failed");
    }

    private static String onRecord(String action) {
        return switch (action) {
            case "C" -> "added to";
            case "U" -> "changed";
            case "D" -> "deleted from";
            default -> "opened";
        };
    }

    /** The reason that accounts for it, or that none is known. */
    public static String why(AccessRow access) {
        return access.reason()
                .orElse(access.late() ? "Told too late to look for a reason." : "No reason is on record.");
    }
}
