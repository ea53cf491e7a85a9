package org.chartwarden.producers.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartwarden.producers.fhir.FhirDocument;
import org.chartwarden.producers.fhir.FhirTypes;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * FHIR's RESTful interactions (R4, 3.1.0) that are served: create, update of context, batch, transaction and
 * capabilities. IHE ITI-20 (RESTful ATNA) needs the first and the third. Success is answered only after Kafka has
 * acknowledged.
 *
 * <p>What cannot be understood is answered with 400 and is kept in the dead-letter topic. 429 means that nothing was
 * taken. 503 means that nothing is certain: the sender sends the same again, and what did arrive is recognised.
 *
 * <p>A transaction is taken entry by entry as a batch is: an act that happened cannot be taken back because the record
 * of another one is broken.
 */
final class FhirRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(FhirRoutes.class);
    private static final String TRANSACTION = "transaction";
    private static final Set<String> BUNDLE_TYPES = Set.of("batch", TRANSACTION);

    /** So many are taken within the time that a sender waits. */
    private static final int MOST_ENTRIES = 5_000;

    private final Gate gate;
    private final Room room;
    private final RequestBodies bodies;
    private final Intake intake;
    private final Capabilities capabilities;
    private final FhirAnswers answers = new FhirAnswers();

    FhirRoutes(Gate gate, Room room, RequestBodies bodies, Intake intake, Capabilities capabilities) {
        this.gate = gate;
        this.room = room;
        this.bodies = bodies;
        this.intake = intake;
        this.capabilities = capabilities;
    }

    /** What is done with a body that was let in. */
    @FunctionalInterface
    private interface Handling {
        void handle(byte[] body, Sender sender, Origin origin, Room.Place place);
    }

    void register(RoutesConfig routes) {
        routes.get("/metadata", http -> answers.answer(http, 200, capabilities.statement()));
        routes.post(
                "/", http -> take(http, (body, sender, origin, place) -> bundle(http, body, sender, origin, place)));
        routes.post("/{type}", http -> resource(http, new ResourceKey(type(http), Optional.empty(), false)));
        routes.put(
                "/{type}/{id}",
                http -> resource(http, new ResourceKey(contextType(http), Optional.of(http.pathParam("id")), true)));
        routes.exception(Rejection.class, this::reject);
        routes.exception(HttpResponseException.class, this::refuse);
        routes.exception(IOException.class, this::gone);
        routes.exception(Exception.class, this::fail);
    }

    private void take(Context http, Handling handling) throws IOException {
        Sender sender = gate.admit(http);
        MediaTypes.requireReadable(http);
        try (Room.Place place = room.enter()) {
            byte[] body = bodies.read(http, place);
            String from = "HTTP from " + http.ip()
                    + sender.name().map(name -> " with the token " + name).orElse("");
            handling.handle(body, sender, new Origin(from, http.method() + " " + http.path()), place);
        }
    }

    private void resource(Context http, ResourceKey key) throws IOException {
        take(http, (body, sender, origin, place) -> {
            Taken taken = intake.one(key, body, sender, origin, place);
            http.status(taken.status());
            taken.location().ifPresent(location -> http.header("Location", location));
            taken.outcome().ifPresent(outcome -> answers.answer(http, taken.status(), outcome));
        });
    }

    private void bundle(Context http, byte[] body, Sender sender, Origin origin, Room.Place place) {
        FhirDocument bundle;
        try {
            bundle = bundle(body);
        } catch (Refusal refusal) {
            intake.giveUp(refusal, body, sender, origin, place);
            answers.answer(http, 400, FhirAnswers.outcome(refusal));
            return;
        }
        place.takeEntries(bundle.resources().size());
        List<Taken> entries = intake.entries(bundle, sender, origin, place);
        Bundle answer = new Bundle()
                .setType(
                        TRANSACTION.equals(bundle.bundleType())
                                ? BundleType.TRANSACTIONRESPONSE
                                : BundleType.BATCHRESPONSE);
        entries.forEach(entry -> answer.addEntry().setResponse(entry.entry()));
        answers.answer(http, 200, answer);
    }

    private static FhirDocument bundle(byte[] body) throws Refusal {
        FhirDocument document = FhirDocument.of(body, MOST_ENTRIES);
        if (!document.isBundle()) {
            throw new Refusal(
                    "resourceType",
                    "must be Bundle here; a single resource belongs to the path of its type, such as /AuditEvent");
        }
        if (document.bundleType() == null || !BUNDLE_TYPES.contains(document.bundleType())) {
            throw new Refusal("Bundle.type", "must be batch or transaction");
        }
        return document;
    }

    private static String type(Context http) {
        String type = http.pathParam("type");
        if (!type.equals(FhirTypes.AUDIT_EVENT) && !FhirTypes.CONTEXT.contains(type)) {
            throw unknownPath();
        }
        return type;
    }

    private static String contextType(Context http) {
        String type = type(http);
        if (type.equals(FhirTypes.AUDIT_EVENT)) {
            throw new Rejection(
                            405,
                            IssueType.NOTSUPPORTED,
                            "An AuditEvent is created by POST /AuditEvent, and never changed. Nothing was taken.")
                    .with("Allow", "");
        }
        return type;
    }

    private static Rejection unknownPath() {
        return new Rejection(
                404, IssueType.NOTFOUND, "There is nothing here; GET /metadata tells what is. Nothing was taken.");
    }

    private void reject(Rejection rejection, Context http) {
        if (rejection.status() == 503) {
            LOG.warn("Answered 503: {} ({})", rejection.getMessage(), String.valueOf(rejection.getCause()));
        }
        answers.answer(http, rejection);
    }

    /** What the router says: there is no such path, or it does not know the method. */
    private void refuse(HttpResponseException response, Context http) {
        if (response.getStatus() != 405) {
            reject(unknownPath(), http);
            return;
        }
        Rejection rejection = new Rejection(
                405, IssueType.NOTSUPPORTED, "This path does not know this method; GET /metadata tells what there is.");
        reject(rejection.with("Allow", response.getDetails().getOrDefault("availableMethods", "")), http);
    }

    /** The sender has gone in the middle of its body, and will send again if it wants to be heard. */
    private void gone(IOException gone, Context http) {
        LOG.debug("A request broke off before its body was whole; nothing was taken", gone);
        answers.answer(http, 400, FhirAnswers.outcome(IssueType.INCOMPLETE, "The body broke off. Nothing was taken."));
    }

    private void fail(Exception failure, Context http) {
        LOG.error("A request failed for a reason that was not foreseen", failure);
        answers.answer(
                http,
                500,
                FhirAnswers.outcome(
                        IssueType.EXCEPTION, "An error of this server. Send the same again: nothing is certain."));
    }
}
