package org.chartwarden.producers.delimited;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rows of a file are. */
enum Kind {
    ACCESS(
            Set.of("time", "action"),
            types(Type.TIME, "time", "endTime"),
            types(Type.ACTION, "action"),
            types(Type.CATEGORY, "category"),
            types(Type.OUTCOME, "outcome"),
            types(
                    Type.TEXT,
                    "userId",
                    "userName",
                    "userRole",
                    "patientId",
                    "encounterId",
                    "objectType",
                    "objectId",
                    "sourceSystem",
                    "networkAddress",
                    "requestId",
                    "tokenId",
                    "recordId"),
            types(Type.LIST, "purposeOfUse", "securityLabels", "queryParameters"),
            types(Type.FLAG, "emergency", "interactive")),

    WORKFORCE(
            Set.of("userId"),
            types(
                    Type.TEXT,
                    "userId",
                    "familyName",
                    "givenName",
                    "departmentId",
                    "departmentName",
                    "patientId",
                    "email",
                    "addressLine",
                    "postalCode",
                    "city"),
            types(Type.LIST, "roles"),
            types(Type.FLAG, "active"),
            types(Type.MEMBER_KIND, "kind"),
            types(Type.NUMBER, "latitude", "longitude"),
            types(Type.BEGIN, "employedFrom"),
            types(Type.END, "employedUntil"),
            types(Type.TIME, "updatedAt")),

    LEAVE(
            Set.of("userId", "start"),
            types(Type.TEXT, "userId"),
            types(Type.BEGIN, "start"),
            types(Type.END, "end"),
            types(Type.FLAG, "active"),
            types(Type.TIME, "updatedAt")),

    /** Either dated, by {@code start}, or weekly, by {@code day}. */
    SHIFTS(
            Set.of("userId"),
            types(Type.TEXT, "userId"),
            types(Type.TIME, "start", "end"),
            types(Type.DAYS, "day"),
            types(Type.TIME_OF_DAY, "startTime", "endTime"),
            types(Type.FLAG, "active"),
            types(Type.TIME, "updatedAt")),

    WATCH_LIST(
            Set.of("patientId", "code"),
            types(Type.TEXT, "patientId", "code"),
            types(Type.BEGIN, "from"),
            types(Type.UNTIL, "until"),
            types(Type.TIME, "updatedAt"));

    private final Set<String> required;
    private final Map<String, Type> fields = new LinkedHashMap<>();

    @SafeVarargs
    Kind(Set<String> required, Map<String, Type>... fields) {
        this.required = required;
        for (Map<String, Type> some : fields) {
            this.fields.putAll(some);
        }
    }

    private static Map<String, Type> types(Type type, String... names) {
        Map<String, Type> types = new LinkedHashMap<>();
        for (String name : names) {
            types.put(name, type);
        }
        return types;
    }

    /** Without which there is no record. */
    Set<String> required() {
        return required;
    }

    /** All that can be told, in the order of the reference. */
    List<String> fields() {
        return List.copyOf(fields.keySet());
    }

    Type type(String field) {
        return fields.get(field);
    }
}
