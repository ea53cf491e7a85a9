package org.chartwarden.producers.access;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.Action;

/**
 * FHIR's RESTful interactions (code system restful-interaction), as AuditEvents have them for subtypes, and gateways for
 * ATNA's event types.
 */
public final class RestInteractions {

    private static final Map<String, Action> RECORD = Map.of(
            "read", Action.R,
            "vread", Action.R,
            "history", Action.R,
            "history-instance", Action.R,
            "create", Action.C,
            "update", Action.U,
            "patch", Action.U,
            "delete", Action.D);

    private static final Set<String> SEARCH =
            Set.of("search", "search-type", "search-system", "search-compartment", "history-type", "history-system");

    private static final String OPERATION = "operation";

    /** FHIR operations have no code system: servers name them as they are called. */
    private static final String BULK_EXPORT = "$export";

    private RestInteractions() {}

    /** @return empty when the code is no interaction, or one of several */
    public static Optional<Action> action(String code) {
        return SEARCH.contains(code) || code.equals(OPERATION)
                ? Optional.of(Action.E)
                : Optional.ofNullable(RECORD.get(code));
    }

    /** @return empty when the code tells no kind of act */
    public static Optional<AccessCategory> category(String code) {
        if (isExport(code)) {
            return Optional.of(AccessCategory.EXPORT);
        }
        if (RECORD.containsKey(code)) {
            return Optional.of(AccessCategory.RECORD);
        }
        return SEARCH.contains(code) ? Optional.of(AccessCategory.SEARCH) : Optional.empty();
    }

    /** Whether it is the operation that gives out data in bulk. */
    public static boolean isExport(String code) {
        return code.toLowerCase(Locale.ROOT).equals(BULK_EXPORT);
    }
}
