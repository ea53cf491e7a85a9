package org.chartwarden.producers.syslog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chartwarden.producers.net.DatagramServer;
import org.chartwarden.producers.net.MessageHandler;
import org.chartwarden.producers.net.SocketServer;
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

/** ATNA audit messages over syslog: one door for each transport that has a port. */
public final class SyslogSource implements Source {

    /** Over TLS: RFC 5425, as IHE ITI-20 prefers. */
    public static final String TLS = "syslog-tls";

    /** Over plain TCP: RFC 6587. */
    public static final String TCP = "syslog-tcp";

    /** Over UDP: RFC 5426. */
    public static final String UDP = "syslog-udp";

    private static final String FEED = "atna";

    /** Messages of one connection that may wait for Kafka. */
    private static final int WINDOW = 256;

    /** Around a message: its length, and what some senders put between messages. */
    private static final int FRAME_BYTES = 64;

    private static final int LARGEST_PORT = 65_535;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final UntilStored output;
    private final SocketServer server;

    private SyslogSource(String name, SourceContext context, Function<MessageHandler, SocketServer> opening) {
        this.name = name;
        this.output = new UntilStored(context.output(), context.clock(), FIRST_PAUSE);
        try {
            this.server = opening.apply(handler(context));
        } catch (RuntimeException e) { // whatever it is, no thread stays behind
            output.close();
            throw e;
        }
    }

    /** Opens a door for each of the syslog settings that names a port. */
    public static List<Source> start(SourceContext context) {
        Settings settings = context.settings();
        List<Source> open = new ArrayList<>();
        try {
            if (settings.optional(Setting.SYSLOG_TLS_PORT).isPresent()) {
                open.add(new SyslogSource(TLS, context, handler -> tls(settings, handler)));
            }
            if (settings.optional(Setting.SYSLOG_TCP_PORT).isPresent()) {
                open.add(new SyslogSource(TCP, context, handler -> tcp(settings, handler)));
            }
            if (settings.optional(Setting.SYSLOG_UDP_PORT).isPresent()) {
                open.add(new SyslogSource(UDP, context, handler -> udp(settings, handler)));
            }
            return List.copyOf(open);
        } catch (RuntimeException e) {
            open.forEach(Source::close);
            throw e;
        }
    }

    private static SocketServer tls(Settings settings, MessageHandler handler) {
        Optional<TlsIdentity> identity = TlsIdentity.of(settings, Setting.SYSLOG_TLS);
        if (identity.isEmpty()) {
            throw new SettingsException(Setting.SYSLOG_TLS.key() + " must be server or mutual; "
                    + Setting.SYSLOG_TCP_PORT.key() + " is for syslog without TLS.");
        }
        return stream(TLS, settings, Setting.SYSLOG_TLS_PORT, identity, handler);
    }

    private static SocketServer tcp(Settings settings, MessageHandler handler) {
        return stream(TCP, settings, Setting.SYSLOG_TCP_PORT, Optional.empty(), handler);
    }

    private static SocketServer udp(Settings settings, MessageHandler handler) {
        return DatagramServer.start(
                UDP, settings.text(Setting.SYSLOG_HOST), port(settings, Setting.SYSLOG_UDP_PORT), handler);
    }

    private static SocketServer stream(
            String name, Settings settings, Setting port, Optional<TlsIdentity> tls, MessageHandler handler) {
        StreamLimits limits = StreamLimits.usual(SyslogFraming.MESSAGE_LIMIT + FRAME_BYTES, WINDOW);
        StreamServerConfig config =
                new StreamServerConfig(name, settings.text(Setting.SYSLOG_HOST), port(settings, port), tls, limits);
        return StreamServer.start(config, SyslogFraming::new, handler);
    }

    private static int port(Settings settings, Setting setting) {
        int port = settings.integer(setting);
        if (port < 0 || port > LARGEST_PORT) {
            throw new SettingsException(setting.key() + " must be a port: 0 to " + LARGEST_PORT + ".");
        }
        return port;
    }

    private MessageHandler handler(SourceContext context) {
        // All that is sent goes through it, so that each record is counted once, however often it is sent.
        SourceContext persistent = new SourceContext(
                context.settings(), context.clock(), output, context.counters(), context.meters(), context.feeds());
        try {
            RecordReader reader = context.feeds().get(FEED).reader(new byte[0], Instant.EPOCH);
            return new SyslogHandler(reader, persistent.delivery(name));
        } catch (Refusal e) {
            throw new IllegalStateException("The feed " + FEED + " needs no header", e);
        }
    }

    /** Where it listens; the one that was free when 0 was asked for. */
    public int port() {
        return server.port();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> problem() {
        return Service.joined(Stream.of(server.problem(), output.problem()));
    }

    @Override
    public void close() {
        server.close();
        output.close();
    }
}
