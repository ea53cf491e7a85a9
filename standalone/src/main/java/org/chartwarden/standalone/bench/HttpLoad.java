package org.chartwarden.standalone.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.bench.BenchHospital.Reading;

/** FHIR R4 AuditEvents over HTTP, in batch Bundles or one at a time. */
record HttpLoad(BenchHospital hospital, URI base, int entries) implements Load {

    private static final int TOO_MANY_REQUESTS = 429;

    @Override
    public String title() {
        return entries == 1 ? "FHIR over HTTP, one a request" : "FHIR over HTTP, Bundles of " + entries;
    }

    @Override
    public String source() {
        return "fhir-http";
    }

    @Override
    public Connection connect() {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new Connection() {
            @Override
            public int send(LongSupplier numbers) throws Exception {
                post(client, entries == 1 ? base.resolve("AuditEvent") : base, body(numbers));
                return entries;
            }

            @Override
            public void close() {
                // Ends with its last reference; Java 17's client cannot be closed.
            }
        };
    }

    /** As long as the door says that it has no room, the sender waits as it was told. */
    private static void post(HttpClient client, URI uri, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        while (answer.statusCode() == TOO_MANY_REQUESTS) {
            TimeUnit.SECONDS.sleep(
                    answer.headers().firstValueAsLong("Retry-After").orElse(1));
            answer = client.send(request, BodyHandlers.ofString());
        }
        if (answer.statusCode() / 100 != 2) {
            throw new StackException("The door at " + uri + " answered " + answer.statusCode());
        }
    }

    private String body(LongSupplier numbers) {
        if (entries == 1) {
            return event(hospital.reading(numbers.getAsLong()));
        }
        StringBuilder bundle = new StringBuilder("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[");
        for (int entry = 0; entry < entries; entry++) {
            bundle.append(entry == 0 ? "" : ",")
                    .append("{\"resource\":")
                    .append(event(hospital.reading(numbers.getAsLong())))
                    .append(",\"request\":{\"method\":\"POST\",\"url\":\"AuditEvent\"}}");
        }
        return bundle.append("]}").toString();
    }

    private static String event(Reading reading) {
        return """
                {"resourceType":"AuditEvent","type":{"system":"http://terminology.hl7.org/CodeSystem/audit-event-type",\
                "code":"rest"},"subtype":[{"system":"http://hl7.org/fhir/restful-interaction","code":"read"}],\
                "action":"R","recorded":"%s","outcome":"0","agent":[{"who":{"reference":"Practitioner/%s"},\
                "requestor":true}],"source":{"observer":{"reference":"Device/ehr"}},\
                "entity":[{"what":{"reference":"Patient/%s"},"role":{"code":"1"}},\
                {"what":{"identifier":{"value":"%s"}},"type":{"code":"XrequestId"}}]}""".formatted(reading.time(), reading.userId(), reading.patientId(), reading.requestId());
    }
}
