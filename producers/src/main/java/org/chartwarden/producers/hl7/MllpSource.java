package org.chartwarden.producers.hl7;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartwarden.producers.net.StreamLimits;
import org.chartwarden.producers.net.StreamServer;
import org.chartwarden.producers.net.StreamServerConfig;
import org.chartwarden.producers.net.TlsIdentity;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.producers.source.Source;
import org.chartwarden.producers.source.SourceContext;
import org.chartwarden.service.Service;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;

/**
 * HL7 v2 over MLLP. Each message is answered when Kafka has stored what it became, and the next one of a connection is
 * read after that, so that a sender who waits for its answers loses nothing and keeps its order.
 */
public final class MllpSource implements Source {

    /** The source's name. */
    public static final String NAME = "mllp";

    private static final int WINDOW = 1;
    private static final int LARGEST_PORT = 65_535;

    private final MllpHandler handler;
    private final StreamServer server;

    private MllpSource(SourceContext context) {
        this.handler = new MllpHandler(
                reader(context), context.delivery(NAME), new Acknowledgements(context.clock()), context.clock());
        this.server = StreamServer.start(config(context.settings()), MllpFraming::new, handler);
    }

    /** Listens on {@link Setting#MLLP_HOST} and {@link Setting#MLLP_PORT}, where a port is set. */
    public static List<Source> start(SourceContext context) {
        return context.settings().optional(Setting.MLLP_PORT).isEmpty() ? List.of() : List.of(new MllpSource(context));
    }

    private static RecordReader reader(SourceContext context) {
        try {
            return context.feeds().get(Hl7Feed.NAME).reader(new byte[0], Instant.EPOCH);
        } catch (Refusal e) {
            throw new IllegalStateException("The feed " + Hl7Feed.NAME + " needs no header", e);
        }
    }

    private static StreamServerConfig config(Settings settings) {
        int port = settings.integer(Setting.MLLP_PORT);
        if (port < 0 || port > LARGEST_PORT) {
            throw new SettingsException(Setting.MLLP_PORT.key() + " must be a port: 0 to " + LARGEST_PORT + ".");
        }
        return new StreamServerConfig(
                NAME,
                settings.text(Setting.MLLP_HOST),
                port,
                TlsIdentity.of(settings, Setting.MLLP_TLS),
                StreamLimits.usual(MllpFraming.LIMIT, WINDOW));
    }

    /** Where it listens; the one that was free when 0 was asked for. */
    public int port() {
        return server.port();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> problem() {
        return Service.joined(Stream.of(server.problem(), handler.problem()));
    }

    @Override
    public void close() {
        server.close();
    }
}
