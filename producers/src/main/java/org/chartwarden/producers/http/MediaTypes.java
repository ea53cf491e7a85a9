package org.chartwarden.producers.http;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;

/** Which bodies are taken: FHIR R4 or R5 in JSON (FHIR R4, 3.1.0.1.11), UTF-8, plain or as gzip (RFC 9110, 8.4). */
final class MediaTypes {

    /** What is answered in. */
    static final String FHIR_JSON = "application/fhir+json";

    private static final Set<String> JSON = Set.of(FHIR_JSON, "application/json");
    private static final Set<String> VERSIONS = Set.of("4.0", "4.0.1", "5.0", "5.0.0");
    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

    private MediaTypes() {}

    /** @throws Rejection 415 when the body is of another kind */
    static void requireReadable(Context http) {
        String type = http.contentType();
        String[] parts =
                type == null ? new String[] {""} : type.toLowerCase(Locale.ROOT).split(";");
        if (!JSON.contains(parts[0].strip())) {
            throw Rejection.unsupported("The Content-Type must be application/fhir+json or application/json.");
        }
        for (String part : parts) {
            String[] parameter = part.strip().split("=", 2);
            String value = parameter[parameter.length - 1].replace("\"", "").strip();
            if (parameter[0].strip().equals("charset") && !value.equals("utf-8")) {
                throw Rejection.unsupported("The charset must be utf-8.");
            }
            if (parameter[0].strip().equals("fhirversion") && !VERSIONS.contains(value)) {
                throw Rejection.unsupported("The fhirVersion must be 4.0 or 5.0.");
            }
        }
        String encoding = encoding(http);
        if (!encoding.equals("identity") && !GZIP.contains(encoding)) {
            throw Rejection.unsupported("The Content-Encoding must be gzip, or none.");
        }
    }

    static boolean isGzip(Context http) {
        return GZIP.contains(encoding(http));
    }

    private static String encoding(Context http) {
        String header = http.header("Content-Encoding");
        return header == null || header.isBlank() ? "identity" : header.strip().toLowerCase(Locale.ROOT);
    }
}
