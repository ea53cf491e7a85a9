package org.chartwarden.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1",
        "10.1.2.3:51123, 10.1",
        "::ffff:10.1.2.3, 10.1",
        "0:0:0:0:0:FFFF:10.1.2.3, 10.1",
        "[::ffff:10.1.2.3]:443, 10.1",
        "2001:db8:1:2::5, 2001:db8:1",
        "[2001:db8:1:2::5]:443, 2001:db8:1",
        "2001:0db8:0001::1, 2001:db8:1",
        "::1, 0:0:0",
        "ws12.hospital.org, hospital.org",
        "WS12.Hospital.org:8443, hospital.org",
        "ws12, ''",
        "'', ''",
        "'[', ''",
        "':', 0:0:0"
    })
    void shouldTellTheNetworkHoweverTheAddressIsWritten(String address, String network) {
        assertThat(Network.of(address)).isEqualTo(network);
    }
}
