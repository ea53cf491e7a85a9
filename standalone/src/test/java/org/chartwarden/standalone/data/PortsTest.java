package org.chartwarden.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.chartwarden.standalone.StackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir
    private Path folder;

    private Ports ports(Map<String, Integer> requested) {
        return new Ports(folder.resolve("ports.properties"), requested, port -> true);
    }

    @Test
    void shouldTakeTheSamePortAgain() {
        int kafka = ports(Map.of()).take("kafka");

        assertThat(ports(Map.of()).take("kafka")).isEqualTo(kafka);
    }

    @Test
    void shouldTakeAnotherPortWhenTheOldOneIsTaken() {
        int kafka = ports(Map.of()).take("kafka");

        Ports later = new Ports(folder.resolve("ports.properties"), Map.of(), port -> port != kafka);

        assertThat(later.take("kafka")).isNotEqualTo(kafka).isPositive();
    }

    @Test
    void shouldPreferTheRequestedPortAndRememberIt() throws Exception {
        ports(Map.of()).take("kafka");

        assertThat(ports(Map.of("kafka", 19092)).take("kafka")).isEqualTo(19092);
        assertThat(Files.readString(folder.resolve("ports.properties"))).contains("kafka=19092");
    }

    @Test
    void shouldRefuseARequestedPortThatIsTakenForDatagrams() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DataDirectory directory = DataDirectory.open(folder)) {
            Ports ports = new Ports(directory, Map.of("syslog-udp", taken.getLocalPort()));

            assertThatThrownBy(() -> ports.take("syslog-udp"))
                    .isInstanceOf(StackException.class)
                    .hasMessageStartingWith("Port " + taken.getLocalPort() + ", requested for syslog-udp, is taken");
        }
    }

    @Test
    void shouldRefuseARequestedPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DataDirectory directory = DataDirectory.open(folder)) {
            Ports ports = new Ports(directory, Map.of("kafka", taken.getLocalPort()));

            assertThatThrownBy(() -> ports.take("kafka"))
                    .isInstanceOf(StackException.class)
                    .hasMessage("Port " + taken.getLocalPort() + ", requested for kafka, is taken by another program."
                            + " Stop that program, or request another port.");
        }
    }
}
