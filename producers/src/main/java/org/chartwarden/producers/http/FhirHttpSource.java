package org.chartwarden.producers.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.producers.net.TlsIdentity;
import org.chartwarden.producers.source.Delivery;
import org.chartwarden.producers.source.Source;
import org.chartwarden.producers.source.SourceContext;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;

/** FHIR resources over HTTP: AuditEvents as IHE ITI-20 sends them, and context from whoever may send it. */
public final class FhirHttpSource implements Source {

    /** The source's name. */
    public static final String NAME = "fhir-http";

    private final Gate gate;
    private final Room room;
    private final FhirServer server;

    private FhirHttpSource(Gate gate, Room room, FhirServer server) {
        this.gate = gate;
        this.room = room;
        this.server = server;
    }

    /** Listens on {@link Setting#HTTP_HOST} and {@link Setting#HTTP_PORT}. */
    public static List<Source> start(SourceContext context) {
        return List.of(start(context, HttpLimits.usual()));
    }

    static FhirHttpSource start(SourceContext context, HttpLimits limits) {
        Settings settings = context.settings();
        Gate gate = Gate.of(settings);
        Room room = new Room(limits);
        Delivery delivery = context.delivery(NAME);
        FhirRoutes routes = new FhirRoutes(
                gate,
                room,
                new RequestBodies(limits),
                new Intake(context, delivery, limits.patience()),
                new Capabilities(gate, context.clock().instant()));
        FhirServer server = FhirServer.start(
                settings.text(Setting.HTTP_HOST),
                settings.integer(Setting.HTTP_PORT),
                TlsIdentity.of(settings, Setting.HTTP_TLS),
                limits,
                routes);
        return new FhirHttpSource(gate, room, server);
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> problem() {
        Optional<String> slow = room.slow()
                .map(wait -> "Kafka has been storing the oldest request for " + wait.toSeconds()
                        + " seconds; new ones are turned away (429)");
        String all = Stream.of(server.problem(), gate.problem(), slow)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return Optional.of(all).filter(problem -> !problem.isEmpty());
    }

    @Override
    public void close() {
        server.close();
    }
}
