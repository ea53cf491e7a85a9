package org.chartwarden.standalone.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.SocketFactory;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;

/** A load for each door that can be sent to. */
final class DoorLoads {

    private static final int BUNDLE_ENTRIES = 100;

    private DoorLoads() {}

    static List<Load> of(Settings settings, TlsMaterial tls, BenchHospital hospital, Taken taken)
            throws GeneralSecurityException, IOException {
        URI http = URI.create("http://" + host(settings, Setting.HTTP_HOST, Setting.HTTP_PORT) + "/");
        SocketFactory plain = SocketFactory.getDefault();
        SocketFactory secure = tls.context().getSocketFactory();
        return List.of(
                new HttpLoad(hospital, http, 1),
                new HttpLoad(hospital, http, BUNDLE_ENTRIES),
                new SyslogLoad(
                        hospital,
                        "ATNA over TLS, both sides with certificates",
                        "syslog-tls",
                        secure,
                        address(settings, Setting.SYSLOG_HOST, Setting.SYSLOG_TLS_PORT)),
                new SyslogLoad(
                        hospital,
                        "ATNA over TCP",
                        "syslog-tcp",
                        plain,
                        address(settings, Setting.SYSLOG_HOST, Setting.SYSLOG_TCP_PORT)),
                new DatagramLoad(hospital, address(settings, Setting.SYSLOG_HOST, Setting.SYSLOG_UDP_PORT), taken),
                new MllpLoad(hospital, address(settings, Setting.MLLP_HOST, Setting.MLLP_PORT)),
                new InboxLoad(hospital, Path.of(settings.text(Setting.INBOX_DIRECTORY)), taken));
    }

    private static String host(Settings settings, Setting host, Setting port) {
        return settings.text(host) + ":" + settings.text(port);
    }

    private static InetSocketAddress address(Settings settings, Setting host, Setting port) {
        return new InetSocketAddress(settings.text(host), settings.integer(port));
    }
}
